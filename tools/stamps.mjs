import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './places.mjs';

/** What tools write beside the sources, which is no input. */
const passedOver = new Set(['node_modules', 'dist', '.swc', '.DS_Store']);
const isTest = (name) => /\.test\.tsx?$/.test(name);

const filesBelow = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !passedOver.has(name) && !isTest(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
};

/** One hash over the names and contents of all files below `inputs`, tests aside: the same hash means the same build. */
export const hashOf = (inputs) => {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesBelow(at(input)))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

const stampOf = (step) => at('dist/.stamps', step);

export const isStamped = (step, hash) => existsSync(stampOf(step)) && readFileSync(stampOf(step), 'utf8') === hash;

export const stamp = (step, hash) => {
  mkdirSync(at('dist/.stamps'), { recursive: true });
  writeFileSync(stampOf(step), hash);
};
