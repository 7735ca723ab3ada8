import { mkdir } from 'node:fs/promises';
import type { AnyCollection } from '@tongcheng/cloudfunctions/ports/any-collection';
import type { Collection, Doc, DocumentStore, Stored, Where } from '@tongcheng/cloudfunctions/ports/document-store';
import { fileOf, type Manifest, writeDocuments, writeManifest } from './archive';

/**
 * Writes collections into a new folder, one file each, streaming: memory stays bounded whatever the size. Of what changes
 * meanwhile some is in and some is not; every document is whole. Gives what was written.
 */
export async function backUp(
  store: DocumentStore,
  collections: readonly AnyCollection[],
  folder: string,
  holds: Manifest['holds'],
  madeAt: string,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written: Manifest['collections'] = [];
  for (const { name, visit } of collections)
    written.push({
      name,
      ...(await visit({ of: (collection) => writeDocuments(fileOf(folder, name), documentsOf(store, collection)) })),
    });
  const manifest = { format: 1, holds, madeAt, collections: written } as const;
  await writeManifest(folder, manifest);
  return manifest;
}

/** All documents of a collection, whether it is kept by the day or not, without their versions. */
export async function* documentsOf<D extends Doc>(
  store: DocumentStore,
  from: Collection<D>,
): AsyncIterable<readonly unknown[]> {
  if (from.partition !== 'day') {
    for await (const batch of store.stream(from, { where: {} })) yield batch.map(withoutVersion);
    return;
  }
  for (const day of await store.days(from)) {
    // Every collection by the day has the field; the compiler, which only knows that there are documents, cannot see it.
    const where: Where<D> = JSON.parse(JSON.stringify({ day }));
    for await (const batch of store.stream(from, { where })) yield batch.map(withoutVersion);
  }
}

/** Versions begin anew where a backup is restored: they mean something within one store only. */
const withoutVersion = <D extends Doc>({ _v, ...document }: Stored<D>): unknown => document;
