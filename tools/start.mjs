import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readOptions, usage } from '../host/read-options.mjs';
import { ensure } from './ensure.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/** What one machine needs to serve riders on the web and officials; the phone programs are built on request. */
const needed = ['functions', 'host', 'console', 'h5'];

const program = at('dist/host/main.js');
const asked = process.argv.slice(2);

// A question and a slip of the finger are answered at once: minutes of installing and building are for a start.
try {
  if (readOptions(asked) === undefined) {
    process.stdout.write(usage);
    process.exit(0);
  }
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}

try {
  await ensure(needed);
  if (!existsSync(program)) throw new Error('there is no host to start yet: host/main.ts is missing');
} catch (fault) {
  say(fault.message);
  process.exit(1);
}

/** What the host's own process is started with, here as in deploy/servers: room for what is young while many scans are under way. */
const nodeOptions = JSON.parse(readFileSync(at('host/node-options.json'), 'utf8'));

const host = spawn(process.execPath, ['--enable-source-maps', ...nodeOptions, program, ...asked], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => host.kill(signal));
host.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
