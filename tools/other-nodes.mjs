import { existsSync, readFileSync } from 'node:fs';
import { command } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

const folder = at('tools/other-nodes');

const named = Object.keys(JSON.parse(readFileSync(at('tools/other-nodes/package.json'), 'utf8')).optionalDependencies);

/** The lines of Node (`22`) beside the oldest one, all that tools/other-nodes/package.json names as `node-22-linux-x64`. */
export const otherLines = [...new Set(named.map((name) => name.split('-')[1]))];

/**
 * The Node of a line, of the version that tools/other-nodes locks, out of npm's registry; undefined on a machine for which the lock
 * names none. Throws when it cannot be had where there is one.
 */
export const nodeOfLine = async (line) => {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) return undefined;
  const program = at('tools/other-nodes/node_modules', `node-${line}-linux-${process.arch}`, 'bin/node');
  if (!existsSync(program)) {
    say('other Nodes: installing …');
    const { code, words } = await command('npm', ['ci', '--no-progress', '--ignore-scripts'], {
      cwd: folder,
      quiet: true,
    });
    if (code !== 0 || !existsSync(program)) throw new Error(`npm ci in ${folder} failed:\n${words}`);
  }
  return program;
};
