import type { Collection, Doc, DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import { refuseUnpaired } from '@tongcheng/cloudfunctions/vault/key-pair';
import { refuseOtherMaster } from '@tongcheng/cloudfunctions/vault/master-check';
import { fileOf, type Manifest, readLines, readManifest } from './archive';
import type { BackupPart } from './parts';

/** A part whose every file was compared with its manifest and is known to this release. */
export interface CheckedPart extends BackupPart {
  readonly manifest: Manifest;
}

/** Looks at every part, the last one too, before anything is written anywhere. Throws a sentence in both languages. */
export async function checkBackup(parts: readonly BackupPart[]): Promise<readonly CheckedPart[]> {
  const checked: CheckedPart[] = [];
  for (const part of parts) {
    const manifest = await readManifest(part.folder, part.holds);
    const unknown = manifest.collections.filter(({ name }) => !part.collections.some((each) => each.name === name));
    if (unknown.length > 0)
      throw new Error(
        `备份来自更新的版本。 The backup is of a newer release: ${unknown.map(({ name }) => name).join(', ')}`,
      );
    checked.push({ ...part, manifest });
  }
  return checked;
}

/**
 * Reads checked parts into a store that holds none of them. A document that is there already stops it, so that nothing is mixed; so do keys that are
 * not those of the documents, or older ones (decision 152), and a master key, where one is at hand, that is not the one of the documents.
 */
export async function restore(
  store: DocumentStore,
  parts: readonly CheckedPart[],
  master?: KeyService | undefined,
): Promise<void> {
  for (const { manifest, collections, folder } of parts)
    for (const { name, documents } of manifest.collections) {
      const into = collections.find((each) => each.name === name);
      const restored = await into?.visit({ of: (collection) => insertAll(store, collection, fileOf(folder, name)) });
      if (restored !== documents) throw new Error(`${name}: ${restored} / ${documents}`);
    }
  await refuseUnpaired(store, process.env.TONGCHENG_ACCEPT_OLDER_KEYS === 'yes');
  if (master) await refuseOtherMaster({ store, keys: master });
}

async function insertAll<D extends Doc>(store: DocumentStore, into: Collection<D>, file: string): Promise<number> {
  let inserted = 0;
  for await (const lines of readLines(file)) {
    const documents: D[] = lines.map((line) => JSON.parse(line));
    const answers = await store.insertMany(into, documents);
    if (answers.includes('exists'))
      throw new Error(
        `这里已有数据，只能恢复到空的地方。 There is data already; a backup is restored into an empty place only: ${into.name}`,
      );
    inserted += documents.length;
  }
  return inserted;
}

/**
 * Removes from a store what is there exactly as the backup has it: what a restore that failed or was killed on the way has left. Any other
 * document stays.
 */
export async function takeBack(store: DocumentStore, parts: readonly CheckedPart[]): Promise<void> {
  for (const { manifest, collections, folder } of parts)
    for (const { name } of manifest.collections)
      await collections
        .find((each) => each.name === name)
        ?.visit({ of: (collection) => deleteEqual(store, collection, fileOf(folder, name)) });
}

async function deleteEqual<D extends Doc>(store: DocumentStore, from: Collection<D>, file: string): Promise<void> {
  for await (const lines of readLines(file))
    for (const line of lines) {
      const document: D = JSON.parse(line);
      const found = await store.get(from, document._id);
      if (found && isSame(found, document)) await store.delete(from, document._id);
    }
}

/** Whatever the order of their fields: a database may keep them in another. */
function isSame<D extends Doc>({ _v, ...found }: D & { readonly _v: number }, document: D): boolean {
  return ordered(found) === ordered(document);
}

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
      : field,
  );
