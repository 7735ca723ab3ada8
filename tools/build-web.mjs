import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { ensure } from './ensure.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/** Pages of the simulated city, which no installation in the cloud shows. */
const ofTheCity = /(?:^|\/)(?:wall|mail)\.[a-z.]+$/;

/**
 * `npm run build:web`: the pages as a static site lays them out, in dist/web, for the cloud's static hosting. On a host of
 * one's own nothing of this is needed: it serves them itself.
 */
await ensure(['h5', 'console']);
const [web, app, pages] = [at('dist/web'), at('dist/h5'), at('dist/console')];
rmSync(web, { recursive: true, force: true });
mkdirSync(at('dist/web/verify'), { recursive: true });
cpSync(app, at('dist/web/app'), { recursive: true });
cpSync(pages, at('dist/web/console'), {
  recursive: true,
  filter: (file) => !ofTheCity.test(file) && !file.endsWith('.map'),
});
copyFileSync(at('dist/console/console.html'), at('dist/web/console/index.html'));
copyFileSync(at('dist/console/verify.html'), at('dist/web/verify/index.html'));
copyFileSync(at('deploy/cloudbase/web/404.html'), at('dist/web/404.html'));
say('build: the pages of the web are in dist/web');
