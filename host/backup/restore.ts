import type { AnyCollection } from '@tongcheng/cloudfunctions/ports/any-collection';
import type { Collection, Doc, DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { fileOf, type Manifest, readLines, readManifest } from './archive';

/**
 * Reads a backup into a store that holds none of it. Every file is compared with the manifest before the first document is
 * written; a document that is there already stops it, so that nothing is mixed. Gives what was restored.
 */
export async function restore(
  store: DocumentStore,
  collections: readonly AnyCollection[],
  folder: string,
  holds: Manifest['holds'],
): Promise<Manifest> {
  const manifest = await readManifest(folder, holds);
  const unknown = manifest.collections.filter(({ name }) => !collections.some((each) => each.name === name));
  if (unknown.length > 0)
    throw new Error(
      `备份来自更新的版本。 The backup is of a newer release: ${unknown.map(({ name }) => name).join(', ')}`,
    );
  for (const { name, documents } of manifest.collections) {
    const into = collections.find((each) => each.name === name);
    const restored = await into?.visit({ of: (collection) => insertAll(store, collection, fileOf(folder, name)) });
    if (restored !== documents) throw new Error(`${name}: ${restored} / ${documents}`);
  }
  return manifest;
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
