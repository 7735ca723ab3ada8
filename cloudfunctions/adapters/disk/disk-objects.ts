import { hkdfSync } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, pipeline, Readable } from 'node:stream';
import { dayMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import { checkedKey } from '../../ports/object-key';
import type { ObjectStore, StoredObject } from '../../ports/object-store';
import { type FileHead, newHead, readHead } from './file-head';
import { type ObjectLinks, objectLinks } from './object-links';
import { fileKey, plainBytes, sealing, unsealing } from './sealing';
import { writeWhole } from './write-whole';

/** What keeping objects in a folder needs. */
export interface DiskOptions {
  readonly folder: string;
  /** 32 bytes, derived for this purpose by the key service. Files are sealed with it and links signed. */
  readonly key: Uint8Array;
  /** Where the host serves `/objects/`. */
  readonly publicUrl: string;
  readonly clock: Clock;
}

/** An object store in a folder of one machine, with what the host needs to serve its links. */
export interface DiskObjects extends ObjectStore {
  readonly openLink: ObjectLinks['open'];
}

/**
 * Keeps objects as files, each sealed at rest (AES-256-GCM by pieces, so that any size streams) under a name bound to its
 * content. A put is whole and durable or did not happen. Several processes may share the folder.
 */
export function openDiskObjects(options: DiskOptions): DiskObjects {
  const subkey = (purpose: string) => new Uint8Array(hkdfSync('sha256', options.key, '', purpose, 32));
  const sealKey = subkey('objects at rest');
  const links = objectLinks({ key: subkey('object links'), publicUrl: options.publicUrl, clock: options.clock });
  const incoming = join(options.folder, '.incoming');
  const pathOf = (key: string) => join(options.folder, checkedKey(key));
  const leftovers = removeLeftovers(incoming, options.clock.now() - dayMs);
  return {
    put: async (key, content, contentType) => {
      const target = pathOf(key);
      await leftovers;
      const { head, bytes } = newHead(contentType);
      const source = content instanceof Uint8Array ? Readable.from([content]) : content;
      const sealed = pipeline(source, sealing(fileKey(sealKey, head.salt, key, contentType)), () => undefined);
      await writeWhole(incoming, target, Readable.from(headed(bytes, sealed)));
      return (await seen(target)) ?? Promise.reject(new Error('the object vanished after it was stored'));
    },
    head: (key) => seen(pathOf(key)),
    get: async (key) => {
      const file = await opened(pathOf(key));
      if (!file) throw new Error(`there is no object ${key}`);
      const head = await readHead(file).catch((cause) => file.close().then(() => Promise.reject(cause)));
      const body = file.createReadStream({ start: head.length, highWaterMark: 262_144 });
      const plain = unsealing(fileKey(sealKey, head.salt, key, head.contentType));
      return pipeline(body, plain, new PassThrough(), () => undefined);
    },
    link: async (key, how) => links.link(checkedKey(key), how),
    delete: (key) => rm(pathOf(key), { force: true }),
    openLink: links.open,
  };
}

async function* headed(head: Uint8Array, body: AsyncIterable<Uint8Array>) {
  yield head;
  yield* body;
}

const isAbsence = (cause: unknown) =>
  typeof cause === 'object' &&
  cause !== null &&
  'code' in cause &&
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(cause.code));

async function opened(path: string): Promise<FileHandle | undefined> {
  return open(path, 'r').catch((cause) => (isAbsence(cause) ? undefined : Promise.reject(cause)));
}

async function seen(path: string): Promise<StoredObject | undefined> {
  const file = await opened(path);
  if (!file) return undefined;
  try {
    const facts = await file.stat();
    if (!facts.isFile()) return undefined;
    const head: FileHead = await readHead(file);
    return { bytes: plainBytes(facts.size - head.length), contentType: head.contentType };
  } finally {
    await file.close();
  }
}

/** What a killed process left half written, once it is a day old. */
async function removeLeftovers(incoming: string, before: number): Promise<void> {
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts && facts.mtimeMs < before) await rm(path, { force: true });
  }
}
