import { promisifyRequest } from 'idb-keyval';

/**
 * Moves what an earlier build kept out of a database that is no longer used. Does nothing where it is not there.
 * @param name of the database
 * @param store the object store to empty
 * @param keep keeps the rows elsewhere; says whether they are kept beyond the page, so that they may go
 */
export async function moveRows<Row>(
  name: string,
  store: string,
  keep: (rows: Row[]) => Promise<boolean>,
): Promise<void> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.transaction?.abort(); // it was never there, and is not made now
  const database = await promisifyRequest(request);
  const objects = () => database.transaction(store, 'readwrite').objectStore(store);
  const [keys, rows] = await Promise.all([
    promisifyRequest(objects().getAllKeys()),
    promisifyRequest<Row[]>(objects().getAll()),
  ]);
  if (await keep(rows)) {
    const emptied = objects();
    for (const key of keys) emptied.delete(key);
  }
  database.close();
}
