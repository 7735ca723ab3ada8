import { mkdirSync, rmSync } from 'node:fs';
import { node } from './command.mjs';
import { at } from './places.mjs';
import { runTs } from './run-ts.mjs';
import { say } from './say.mjs';

/**
 * `npm run screens`: pictures of every section of the console from 320 to 2,560 px, in large type and as printed, in both languages, light and
 * dark, and for each section a sheet that holds them all, in the folder `screens`, which is not kept. The list of sections is the console's own;
 * names after `--` (`npm run screens -- venues terms`) photograph those alone, beside the pictures that are there.
 * With `--keep` instead one picture of every screen and dialog, of the wall and the mailbox, in docs/screens/console, in the place of those there.
 */
const folder = at('screens');

const photographAll = async (asked) => {
  if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { code } = await node([at('node_modules/jest/bin/jest.js'), 'tests/browser/every-section.test.ts'], {
    env: { TONGCHENG_PICTURES: folder, TONGCHENG_SECTIONS: asked.join(',') },
  });
  if (code === 0) say('the pictures are in screens');
  return code;
};

const keep = () => runTs('tests/browser/keep-screens.ts', [at('docs/screens/console')]);

process.exitCode = await (process.argv.includes('--keep') ? keep() : photographAll(process.argv.slice(2)));
