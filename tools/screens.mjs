import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { node } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/**
 * `npm run screens`: pictures of every section of the console from 320 to 2,560 px, in large type and as printed, in both languages, light and
 * dark, and for each section a sheet that holds them all, in the folder `screens`, which is not kept. The list of sections is the console's own.
 * With `--keep` one picture of each takes the place of what docs/screens/console holds.
 */
const folder = at('screens');
const kept = at('docs/screens/console');
const ending = '-light-1440-zh.png';

const keep = () => {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(ending)))
    copyFileSync(`${folder}/${file}`, `${kept}/${file.replace(ending, '.png')}`);
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { code } = await node([at('node_modules/jest/bin/jest.js'), 'tests/browser/every-section.test.ts'], {
  env: { TONGCHENG_PICTURES: folder },
});
if (code === 0) say('the pictures are in screens');
if (code === 0 && process.argv.includes('--keep')) keep();
process.exitCode = code;
