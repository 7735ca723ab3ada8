import { readFileSync } from 'node:fs';
import { at } from './places.mjs';

/** The version of a package as package-lock.json has it. */
export const installedVersion = (name) =>
  JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages[`node_modules/${name}`].version;
