import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageNeeds, withPolicy } from '../host/page-policy.mjs';
import { at } from './places.mjs';

/** Pages of the simulated city, which no installation in the cloud shows. */
const ofTheCity = /(?:^|\/)(?:wall|mail)(?:-[0-9A-Z]{8})?\.[a-z.]+$/;

/** Files by which platforms see that the domain is ours: below the prefix of posted links, and at the top (host/platform-files.ts). */
const layOutPlatformFiles = (web, folder) => {
  mkdirSync(join(web, 'R'), { recursive: true });
  for (const name of readdirSync(folder).filter((each) => /^[\w-]{1,80}\.txt$/.test(each)))
    for (const below of ['R', '.']) copyFileSync(join(folder, name), join(web, below, name));
};

/** Lays the built pages out as a static site has them: the app with elder mode's clips, the console, the staff's page. */
export const layOutWeb = (web, platformFiles) => {
  rmSync(web, { recursive: true, force: true });
  for (const name of ['verify', 'open']) mkdirSync(join(web, name), { recursive: true });
  cpSync(at('dist/h5'), join(web, 'app'), { recursive: true });
  cpSync(at('dist/console'), join(web, 'console'), {
    recursive: true,
    filter: (file) => !ofTheCity.test(file) && !file.endsWith('.map'),
  });
  // No header can be set there: pages bring their policy along (decision 186).
  for (const name of ['console', 'verify', 'open']) {
    const html = readFileSync(at(`dist/console/${name}.html`), 'utf8');
    writeFileSync(join(web, name, 'index.html'), withPolicy(html, pageNeeds[`/${name}`]));
    rmSync(join(web, 'console', `${name}.html`));
  }
  copyFileSync(at('deploy/cloudbase/web/404.html'), join(web, '404.html'));
  if (platformFiles !== undefined) layOutPlatformFiles(web, platformFiles);
};
