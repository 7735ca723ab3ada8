/** A pair of keys of the browser with a text; the private key is used there and never read. */
export interface KeptPair {
  readonly suite: 'ed25519' | 'es256';
  readonly pair: CryptoKeyPair;
  readonly text: string;
}

const store = 'held';
const only = 'pass';

/** The pair that was kept; undefined where there is none, or no database. */
export async function keptPair(): Promise<KeptPair | undefined> {
  const held: unknown = await inStore('readonly', (keys) => keys.get(only)).catch(() => undefined);
  return isPair(held) ? held : undefined;
}

/** Keeps a pair in place of the one before; whether it lasts. */
export const keepPair = (kept: KeptPair): Promise<boolean> =>
  inStore('readwrite', (keys) => keys.put(kept, only)).then(
    () => true,
    () => false,
  );

/** Takes it away. */
export const forgetPair = (): Promise<void> =>
  inStore('readwrite', (keys) => keys.delete(only)).then(
    () => undefined,
    () => undefined,
  );

const isPair = (value: unknown): value is KeptPair =>
  typeof value === 'object' && value !== null && 'pair' in value && 'suite' in value && 'text' in value;

/** One act in one transaction, in a database of its own: keys are no texts, and are gone with the site's data as those are. */
async function inStore<T>(mode: IDBTransactionMode, act: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(new Error('this browser has no database'));
    const request = indexedDB.open('tongcheng-pass', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
