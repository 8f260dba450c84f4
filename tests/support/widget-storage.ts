const DATABASE = 'pomoc';

let directories = 0;

/** A panel directory that no other test uses: whatever a late write leaves there disturbs nobody. */
export function aDirectory(): string {
  directories += 1;
  return `/zarzadzanie-${directories}/`;
}

/** Empties what the widget keeps. The database itself stays: connections of earlier tests would block its deletion. */
export async function clearStorage(): Promise<void> {
  localStorage.clear();
  if (!(await indexedDB.databases()).some(({ name }) => name === DATABASE)) return;
  const database = await openDatabase();
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, 'readwrite');
  for (const store of stores) transaction.objectStore(store).clear();
  await new Promise<unknown>((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

async function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
