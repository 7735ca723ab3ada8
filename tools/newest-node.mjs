import { existsSync } from 'node:fs';
import { command } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

const folder = at('tools/newest-node');
const program = at('tools/newest-node/node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');

/**
 * The Node that people install today, of the version that tools/newest-node locks, out of npm's registry; undefined on a machine for
 * which the lock names none. Throws when it cannot be had where there is one.
 */
export const newestNode = async () => {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) return undefined;
  if (!existsSync(program)) {
    say('newest Node: installing …');
    const { code, words } = await command('npm', ['ci', '--no-progress', '--ignore-scripts'], {
      cwd: folder,
      quiet: true,
    });
    if (code !== 0 || !existsSync(program)) throw new Error(`npm ci in ${folder} failed:\n${words}`);
  }
  return program;
};
