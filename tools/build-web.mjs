import { parseArgs } from 'node:util';
import { ensure } from './ensure.mjs';
import { layOutWeb } from './lay-out-web.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/**
 * `npm run build:web`: the pages as a static site lays them out, in dist/web, for the cloud's static hosting. On a host of
 * one's own nothing of this is needed: it serves them itself. `-- --platform-files DIR` lays the platforms' verification files beside them.
 */
await ensure(['h5', 'console']);
const { values } = parseArgs({ options: { 'platform-files': { type: 'string' } } });
layOutWeb(at('dist/web'), values['platform-files']);
say('build: the pages of the web are in dist/web');
