import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that rests in the files of a folder, the write-ahead logs among them. */
export const bytesOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
