import type { TextFiles } from '../../client/second-place';

const texts = 'texts';
let opening: Promise<IDBDatabase> | undefined;

/** The browser's database: it has its own room, usually far more than the small storage. */
export const keptFiles: TextFiles = {
  names: async () => (await inStore('readonly', (store) => store.getAllKeys())).map(String),
  read: async (name) => {
    const text: unknown = await inStore('readonly', (store) => store.get(name));
    return typeof text === 'string' ? text : undefined;
  },
  write: (name, text) => whetherDone(inStore('readwrite', (store) => store.put(text, name))),
  remove: (name) => whetherDone(inStore('readwrite', (store) => store.delete(name))),
};

const whetherDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** One act in one transaction; over when the browser says that it lasts. */
async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  opening ??= open();
  const database = await opening;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(texts, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(texts));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Opens it anew after it was closed or refused: whoever deletes the site's data closes it. */
const open = (): Promise<IDBDatabase> =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('tongcheng', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(texts);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const closed = () => {
        opening = undefined;
      };
      request.result.onclose = closed;
      request.result.onversionchange = () => {
        request.result.close();
        closed();
      };
      resolve(request.result);
    };
  }).catch((fault) => {
    opening = undefined;
    throw fault;
  });
