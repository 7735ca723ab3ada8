import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleProgram } from '../bundle.mjs';
import { at } from '../places.mjs';

const require = createRequire(import.meta.url);

/** Another deployment target's collections: not in the cloud. */
const elsewhere = ['postgres.ts'];

const declares = (file) =>
  file.endsWith('.ts') &&
  !file.endsWith('.test.ts') &&
  !elsewhere.some((name) => file.endsWith(name)) &&
  /= collection</.test(readFileSync(at(join('cloudfunctions', file)), 'utf8'));

const isCollection = (value) => typeof value?.name === 'string' && Array.isArray(value.indexes);

/** The files of the cloud's database, by path: every exported collection of the code is found, so that none is forgotten. */
export const databaseFilesOfCode = async () => {
  const files = readdirSync(at('cloudfunctions'), { recursive: true })
    .filter((file) => declares(file))
    .sort();
  const modules = files.map(
    (file, number) => `export * as m${number} from '@tongcheng/cloudfunctions/${file.replace(/\.ts$/, '')}';`,
  );
  const entry = 'dist/programs/every-collection.ts';
  mkdirSync(at('dist/programs'), { recursive: true });
  writeFileSync(
    at(entry),
    `${modules.join('\n')}\nexport { databaseFiles } from '../../tools/deploy/database-files';\n`,
  );
  await bundleProgram(entry, 'dist/programs/every-collection.js', 'cloudbase');
  const { databaseFiles: write, ...found } = require(at('dist/programs/every-collection.js'));
  const collections = Object.values(found)
    .flatMap((module) => Object.values(module))
    .filter(isCollection);
  return write(collections);
};
