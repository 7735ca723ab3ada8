import { writeSync } from 'node:fs';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { daySamples, samples } from '../adapters/document-store/samples';

/** Opens a folder and every day in it, which brings all of it to the newest layout; to be killed on the way. */
const main = async () => {
  writeSync(1, 'started\n');
  const store = openSqliteStore({ folder: process.argv[2] ?? '' });
  await store.count(samples, {});
  await store.days(daySamples);
  await store.close();
  writeSync(1, 'done\n');
};

main();
