import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Canary } from './canary-people';
import { type Content, contentsOf, rowsOf } from './contents';
import type { Search } from './search';

/** A canary that can be read in a file. */
interface Found {
  readonly path: string;
  /** How the bytes were reached in which it is spelled. */
  readonly by: string;
  readonly as: string;
  readonly canary: Canary;
}

/** What a search went through. */
export interface Scanned {
  readonly files: number;
  readonly bytes: number;
  readonly found: readonly Found[];
}

const begins = Buffer.from('SQLite format 3\u0000', 'latin1');

/** Searches every file below a folder: its bytes, what is packed or spelled in them, and the rows of databases. */
export function scanFolder(folder: string, search: Search): Scanned {
  const found: Found[] = [];
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    files += 1;
    for (const content of everything(file)) {
      bytes += content.bytes.length;
      const seen = search.hitsIn(Buffer.concat([content.bytes, padding]));
      found.push(...seen.map((hit) => ({ path, by: content.by, ...hit })));
    }
  }
  return { files, bytes, found };
}

/** The search reads six bytes at a time, those of the end too. */
const padding = Buffer.alloc(8);

function* everything(file: string): Generator<Content> {
  const bytes = readFileSync(file);
  yield* contentsOf(bytes);
  if (!bytes.subarray(0, begins.length).equals(begins)) return;
  const rows = rowsOf(file);
  if (rows) yield* contentsOf(rows, 'rows');
}
