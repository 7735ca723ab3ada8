import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';

/** Files that are kept in memory, for tests of what writes and reads them; a link opens nothing. */
export function memoryObjects(): ObjectStore & { readonly files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  const sizeOf = (content: Buffer) => ({ bytes: content.length, contentType: 'application/octet-stream' });
  return {
    files,
    put: async (key, content) => {
      const bytes = content instanceof Uint8Array ? Buffer.from(content) : await buffer(content);
      files.set(key, bytes);
      return sizeOf(bytes);
    },
    head: async (key) => {
      const found = files.get(key);
      return found && sizeOf(found);
    },
    get: async (key) => {
      const found = files.get(key);
      if (!found) throw new Error(`there is no ${key}`);
      return Readable.from([found]);
    },
    link: async (key) => ({ url: `memory:${key}`, expiresAt: 0 }),
    delete: async (key) => {
      files.delete(key);
    },
  };
}
