import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@tongcheng/cloudfunctions/adapters/sqlite/driver';
import type { Doc } from '@tongcheng/cloudfunctions/ports/document-store';

/** Writes a file as layout 1 was: the id as primary key, indexes over the JSON. */
const writeFile = (path: string, table: string, documents: readonly Doc[], layout: number) => {
  const database = openDatabase(path);
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA application_id = 1415802471; PRAGMA user_version = ${layout};
    CREATE TABLE "${table}" (id TEXT PRIMARY KEY, v INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX "${table}:text+number" ON "${table}" (json_extract(body, '$.text'), json_extract(body, '$.number'));
    BEGIN`);
  const insert = database.prepare(`INSERT INTO "${table}" VALUES (?, 3, ?)`);
  for (const document of documents) insert.run(document._id, JSON.stringify(document));
  database.exec('COMMIT; PRAGMA journal_mode = DELETE');
  database.close();
};

/** A folder as layout 1 left it: samples in `main.sqlite`, and a file for each day. */
export const writeLayoutOne = (
  folder: string,
  samples: readonly Doc[],
  days: Readonly<Record<string, readonly Doc[]>>,
  layout = 1,
): void => {
  mkdirSync(join(folder, 'days', 'daySamples'), { recursive: true });
  writeFile(join(folder, 'main.sqlite'), 'c_samples', samples, layout);
  for (const [day, documents] of Object.entries(days)) {
    writeFile(join(folder, 'days', 'daySamples', `${day}.sqlite`), 'documents', documents, layout);
  }
};
