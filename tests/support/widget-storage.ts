const DATABASES = ['pomoc', 'pomoc-desk'];

let directories = 0;

/** A panel directory that no other test uses: whatever a late write leaves there disturbs nobody. */
export function aPanelPath(): string {
  directories += 1;
  return `/zarzadzanie-${directories}/`;
}

/** Empties what the widget keeps. The databases stay: connections of earlier tests would block their deletion. */
export async function clearStorage(): Promise<void> {
  localStorage.clear();
  for (const { name = '' } of await indexedDB.databases()) if (DATABASES.includes(name)) await clear(name);
}

async function clear(name: string): Promise<void> {
  const database = await openDatabase(name);
  const stores = [...database.objectStoreNames];
  const transaction = database.transaction(stores, 'readwrite');
  for (const store of stores) transaction.objectStore(store).clear();
  await new Promise<unknown>((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
