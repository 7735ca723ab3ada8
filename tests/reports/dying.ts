import { Readable } from 'node:stream';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';

/** Thrown instead of everything that a dead process would have done. */
export class Killed extends Error {}

/**
 * A process that is killed at its n-th write to the store or the object store, `before` it happens or `after` it did, and
 * does nothing from then on: not even what a `finally` would. The stores themselves are the real ones.
 */
export function dyingProcess(store: DocumentStore, objects: ObjectStore, at: number, when: 'before' | 'after') {
  let writes = 0;
  let dead = false;
  const alive = () => {
    if (dead) throw new Killed('killed');
  };
  async function write<T>(work: () => Promise<T>): Promise<T> {
    alive();
    writes += 1;
    const last = writes === at;
    if (last && when === 'before') dead = true;
    alive();
    const done = await work();
    if (last) dead = true;
    alive();
    return done;
  }
  async function read<T>(work: () => Promise<T>): Promise<T> {
    alive();
    const found = await work();
    alive();
    return found;
  }
  const dyingStore: DocumentStore = {
    ...store,
    insert: (into, document) => write(() => store.insert(into, document)),
    insertMany: (into, documents) => write(() => store.insertMany(into, documents)),
    update: (into, document, version) => write(() => store.update(into, document, version)),
    delete: (from, id) => write(() => store.delete(from, id)),
    get: (from, id) => read(() => store.get(from, id)),
    find: (from, query) => read(() => store.find(from, query)),
  };
  const dyingObjects: ObjectStore = {
    ...objects,
    put: (key, content, type) =>
      write(() => objects.put(key, content instanceof Readable ? content : Buffer.from(content), type)),
    get: (key) => read(() => objects.get(key)),
    delete: (key) => write(() => objects.delete(key)),
  };
  return { store: dyingStore, objects: dyingObjects, writes: () => writes, isDead: () => dead };
}
