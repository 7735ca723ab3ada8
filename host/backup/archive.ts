import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod';

/** What an archive says of itself; written last, so that a broken-off one is none. */
const Manifest = z.strictObject({
  format: z.literal(1),
  holds: z.enum(['documents', 'keys']),
  madeAt: z.iso.datetime(),
  collections: z.array(z.strictObject({ name: z.string(), documents: z.int(), sha256: z.string() })),
  /** Files beside the documents, by their path within `objects/`; archives of earlier releases do not say. */
  objects: z.array(z.strictObject({ path: z.string(), sha256: z.string() })).optional(),
  /** What could not be read to its end, because its part of the store is damaged: what was read of it is there. Absent where all is whole. */
  incomplete: z.array(z.strictObject({ name: z.string(), day: z.string().optional(), reason: z.string() })).optional(),
});
export type Manifest = z.output<typeof Manifest>;

const manifestIn = (folder: string) => join(folder, 'manifest.json');
/** Where a collection lies in an archive: one JSON document a line, packed. */
export const fileOf = (folder: string, name: string): string => join(folder, `${name}.jsonl.gz`);
/** Where the files of the object store lie in an archive. */
export const objectsIn = (folder: string): string => join(folder, 'objects');

/** Writes a collection's documents as they come; gives their number and the sum of the file. */
export async function writeDocuments(file: string, batches: AsyncIterable<readonly unknown[]>) {
  let documents = 0;
  async function* lines() {
    for await (const batch of batches) {
      documents += batch.length;
      yield batch.map((document) => `${JSON.stringify(document)}\n`).join('');
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return { documents, sha256: await sumOf(file) };
}

/** Documents of a collection, as unknown text lines, in batches of at most 500. */
export async function* readLines(file: string): AsyncIterable<readonly string[]> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    batch.push(line);
    if (batch.length === 500) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** SHA-256 of a file. */
export async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}

/** Writes the manifest, readable by its owner only; one that is there already is not overwritten. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(manifestIn(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' });

/** Reads an archive's manifest and compares every file with it; throws before anything is restored. */
export async function readManifest(folder: string, holds: Manifest['holds']): Promise<Manifest> {
  const text = await readFile(manifestIn(folder), 'utf8').catch(() => {
    throw new Error(`这里没有完整的备份。 There is no whole backup here: ${folder}`);
  });
  const manifest = manifestOf(text, folder);
  if (manifest.holds !== holds)
    throw new Error(`这份备份装的是 ${manifest.holds}。 This backup holds ${manifest.holds}: ${folder}`);
  for (const { name, sha256 } of manifest.collections) await compare(fileOf(folder, name), sha256);
  for (const { path, sha256 } of manifest.objects ?? []) await compare(join(objectsIn(folder), path), sha256);
  return manifest;
}

function manifestOf(text: string, folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `备份的清单已损坏，或来自更新的版本。 The backup’s manifest is damaged or of a newer release: ${manifestIn(folder)}`,
      { cause },
    );
  }
}

async function compare(file: string, sha256: string): Promise<void> {
  const found = await sumOf(file).catch(() => undefined);
  if (found === undefined) throw new Error(`备份里缺少一个文件。 A file of the backup is missing: ${file}`);
  if (found !== sha256) throw new Error(`备份文件已损坏。 A file of the backup is damaged: ${file}`);
}
