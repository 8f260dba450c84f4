import { promisifyRequest } from 'idb-keyval';
import { inTime } from './store.ts';

/**
 * Moves the rows of an earlier build out of a database that is no longer used. Does nothing if there is none. Rejects if it does
 * not answer.
 * @param name of the database
 * @param store the object store to empty
 * @param keep stores the rows elsewhere; true when they outlive the page, so that the old ones may be deleted
 */
export async function moveRows<Row>(
  name: string,
  store: string,
  keep: (rows: Row[]) => Promise<boolean>,
): Promise<void> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.transaction?.abort(); // it never existed, and is not created now
  const database = await inTime(promisifyRequest(request));
  const objects = () => database.transaction(store, 'readwrite').objectStore(store);
  const [keys, rows] = await inTime(
    Promise.all([promisifyRequest(objects().getAllKeys()), promisifyRequest<Row[]>(objects().getAll())]),
  );
  if (await keep(rows)) {
    const emptied = objects();
    for (const key of keys) emptied.delete(key);
  }
  database.close();
}
