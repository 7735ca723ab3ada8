import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './places.mjs';

/** Pages of the simulated city, which no installation in the cloud shows. */
const ofTheCity = /(?:^|\/)(?:wall|mail)\.[a-z.]+$/;

/** Lays the built pages out as a static site has them: the app with elder mode's clips, the console, the staff's page. */
export const layOutWeb = (web) => {
  rmSync(web, { recursive: true, force: true });
  mkdirSync(join(web, 'verify'), { recursive: true });
  cpSync(at('dist/h5'), join(web, 'app'), { recursive: true });
  cpSync(at('dist/console'), join(web, 'console'), {
    recursive: true,
    filter: (file) => !ofTheCity.test(file) && !file.endsWith('.map'),
  });
  copyFileSync(at('dist/console/console.html'), join(web, 'console/index.html'));
  copyFileSync(at('dist/console/verify.html'), join(web, 'verify/index.html'));
  copyFileSync(at('deploy/cloudbase/web/404.html'), join(web, '404.html'));
};
