import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openText } from '@tongcheng/cloudfunctions/vault/cipher';
import { subkey } from '@tongcheng/cloudfunctions/vault/keyed-digest';

/** What somebody who holds the master key and every file reads in them. */
export interface Loot {
  /** Contexts (`person:…`, `day:…`) whose wrapped key was found and opened. */
  readonly opened: ReadonlySet<string>;
  /** Texts that were found sealed and opened under one of those keys. */
  readonly texts: readonly string[];
}

/** Every byte of every file under the folders, write-ahead logs and freed pages included, as one text a byte a character. */
const bytesOf = (folders: readonly string[]): string =>
  folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

const wrappedKey = /k1\.[A-Za-z0-9_-]{80}/g;
const sealedText = /A[A-Za-z0-9_-]{38,}/g;

/**
 * Walks the files of an installation, running or not, with its master key: takes everything that looks like a wrapped key, tries it for each of
 * the persons and days whose ids it knows, and opens with what it got everything that looks sealed for each of the records it knows.
 */
export async function plunder(
  folders: readonly string[],
  master: Uint8Array,
  known: { readonly contexts: readonly string[]; readonly records: readonly string[] },
): Promise<Loot> {
  const bytes = bytesOf(folders);
  const service = keyFileService(master);
  const keys = new Map<string, Uint8Array>();
  for (const [wrapped] of bytes.matchAll(wrappedKey))
    for (const context of known.contexts) {
      const key = await service.unwrap(wrapped, context).catch(() => undefined);
      if (key) keys.set(context, key);
    }
  const candidates = [...keys.values()].flatMap((key) => [key, subkey(key, 'seal')]);
  const texts = [...new Set([...bytes.matchAll(sealedText)].map(([sealed]) => sealed))].flatMap((sealed) =>
    candidates.flatMap((key) => known.records.flatMap((record) => openedBy(key, record, sealed))),
  );
  return { opened: new Set(keys.keys()), texts };
}

function openedBy(key: Uint8Array, record: string, sealed: string): readonly string[] {
  try {
    return [openText(key, record, sealed)];
  } catch {
    return [];
  }
}
