import { mkdirSync, rmSync } from 'node:fs';
import { node } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/**
 * `npm run screens`: pictures of every section of the console, at four widths, in both languages, light and dark, in the folder
 * `screens`, which is not kept. The list of sections is the console's own.
 */
const folder = at('screens');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { code } = await node([at('node_modules/jest/bin/jest.js'), 'tests/browser/every-section.test.ts'], {
  env: { TONGCHENG_PICTURES: folder },
});
if (code === 0) say('the pictures are in screens');
process.exitCode = code;
