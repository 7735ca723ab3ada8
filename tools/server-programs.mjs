// The programs of other people that tests of deploy/servers start: nginx, Caddy and promtool. Prints where they are, as JSON; null where one is not.
// With --fetch those that are missing are fetched from Debian's packages into dist/server-programs: nothing is installed and no service starts.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

const folder = at('dist/server-programs');

/** The Debian package that holds each, and where in it. */
const packages = {
  nginx: ['nginx', 'usr/sbin/nginx'],
  caddy: ['caddy', 'usr/bin/caddy'],
  promtool: ['prometheus', 'usr/bin/promtool'],
};

const onThisMachine = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((each) => join(each, name))
    .find((path) => existsSync(path));

const fetched = (name) => [join(folder, packages[name][1])].find((path) => existsSync(path));

/** Where each program is, or null. */
export const serverPrograms = () =>
  Object.fromEntries(Object.keys(packages).map((name) => [name, onThisMachine(name) ?? fetched(name) ?? null]));

const download = async (names) => {
  mkdirSync(folder, { recursive: true });
  return command('apt-get', ['download', '-qq', ...names], { cwd: folder, quiet: true });
};

/** Fetches what is missing; gives the words of what did not go, undefined when all are there. */
export const fetchServerPrograms = async () => {
  const missing = Object.entries(serverPrograms()).filter(([, path]) => path === null);
  if (missing.length === 0) return undefined;
  const names = missing.map(([name]) => packages[name][0]);
  say(`server programs: fetching ${names.join(', ')} …`);
  let done = await download(names);
  if (done.code !== 0) {
    // A machine that is new has no lists of packages yet.
    await command('apt-get', ['update', '-qq'], { quiet: true });
    done = await download(names);
  }
  if (done.code !== 0) return `apt-get download ${names.join(' ')}: ${done.words.trim()}`;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    const { code, words } = await command('dpkg-deb', ['-x', join(folder, file), folder], { quiet: true });
    if (code !== 0) return words;
  }
  const still = Object.entries(serverPrograms()).filter(([, path]) => path === null);
  return still.length === 0 ? undefined : `not in Debian's packages: ${still.map(([name]) => name).join(', ')}`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const fault = process.argv.includes('--fetch') ? await fetchServerPrograms() : undefined;
  if (fault !== undefined) {
    console.error(fault);
    process.exitCode = 1;
  }
  console.log(JSON.stringify(serverPrograms()));
}
