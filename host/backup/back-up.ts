import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Collection,
  type Doc,
  type DocumentStore,
  StoreDamaged,
  type Stored,
  type Where,
} from '@tongcheng/cloudfunctions/ports/document-store';
import { fileOf, type Manifest, objectsIn, sumOf, writeDocuments, writeManifest } from './archive';
import { copyFiles } from './copy-files';
import type { BackupPart } from './parts';

/**
 * Writes a part into a new folder, a file for each collection, streaming: memory stays bounded whatever the size; then the files of the
 * object store, if a folder of them is named. What lies in a damaged part is saved as far as it can be read, and said. Of what changes meanwhile some is in and some is not; every document is whole. Gives what was
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
  const incomplete: NonNullable<Manifest['incomplete']> = [];
  for (const { name, visit } of collections) {
    const gap = (reason: string, day?: string) => incomplete.push({ name, reason, ...(day !== undefined && { day }) });
    const file = fileOf(folder, name);
    written.push({
      name,
      ...(await visit({ of: (collection) => writeDocuments(file, documentsOf(store, collection, gap)) })),
    });
  }
  const copied = objects !== undefined && existsSync(objects) ? { objects: await copyObjects(objects, folder) } : {};
  const gaps = incomplete.length > 0 ? { incomplete } : {};
  const manifest = { format: 1, holds, madeAt, collections: written, ...copied, ...gaps } as const;
  await writeManifest(folder, manifest);
  return manifest;
}

async function copyObjects(from: string, folder: string): Promise<NonNullable<Manifest['objects']>> {
  const target = objectsIn(folder);
  const sums: NonNullable<Manifest['objects']> = [];
  for await (const path of copyFiles(from, target)) sums.push({ path, sha256: await sumOf(join(target, path)) });
  return sums;
}

/** All documents of a collection, whether it is kept by the day or not, without their versions. A damaged day ends where it is damaged, and `gap` is told. */
export async function* documentsOf<D extends Doc>(
  store: DocumentStore,
  from: Collection<D>,
  gap: (reason: string, day?: string) => void,
): AsyncIterable<readonly unknown[]> {
  for (const day of from.partition === 'day' ? await store.days(from) : [undefined]) {
    // Every collection by the day has the field; the compiler, which only knows that there are documents, cannot see it.
    const where: Where<D> = JSON.parse(JSON.stringify({ day }));
    try {
      for await (const batch of store.stream(from, { where })) yield batch.map(withoutVersion);
    } catch (fault) {
      if (!(fault instanceof StoreDamaged)) throw fault;
      gap(fault.message, day);
    }
  }
}

/** Versions begin anew where a backup is restored: they mean something within one store only. */
const withoutVersion = <D extends Doc>({ _v, ...document }: Stored<D>): unknown => document;
