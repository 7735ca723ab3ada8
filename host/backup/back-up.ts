import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Collection, Doc, DocumentStore, Stored, Where } from '@tongcheng/cloudfunctions/ports/document-store';
import { fileOf, type Manifest, objectsIn, sumOf, writeDocuments, writeManifest } from './archive';
import type { BackupPart } from './parts';

/**
 * Writes a part into a new folder, a file for each collection, streaming: memory stays bounded whatever the size; then the files of the
 * object store, if a folder of them is named. Of what changes meanwhile some is in and some is not; every document is whole. Gives what was
 * written.
 */
export async function backUp(
  store: DocumentStore,
  { collections, folder, holds }: BackupPart,
  madeAt: string,
  objects?: string,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written: Manifest['collections'] = [];
  for (const { name, visit } of collections)
    written.push({
      name,
      ...(await visit({ of: (collection) => writeDocuments(fileOf(folder, name), documentsOf(store, collection)) })),
    });
  const copied = objects !== undefined && existsSync(objects) ? { objects: await copyObjects(objects, folder) } : {};
  const manifest = { format: 1, holds, madeAt, collections: written, ...copied } as const;
  await writeManifest(folder, manifest);
  return manifest;
}

async function copyObjects(from: string, folder: string): Promise<NonNullable<Manifest['objects']>> {
  const target = objectsIn(folder);
  await cp(from, target, { recursive: true, errorOnExist: true, force: false });
  const files = await readdir(target, { recursive: true, withFileTypes: true });
  const sums: NonNullable<Manifest['objects']> = [];
  for (const file of files.filter((each) => each.isFile())) {
    const path = join(file.parentPath, file.name);
    sums.push({ path: relative(target, path), sha256: await sumOf(path) });
  }
  return sums;
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
