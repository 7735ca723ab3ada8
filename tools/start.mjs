import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensure } from './ensure.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/** What one machine needs to serve riders on the web and officials; the phone programs are built on request. */
const needed = ['functions', 'host', 'console', 'h5'];

const program = at('dist/host/main.js');

try {
  await ensure(needed);
  if (!existsSync(program)) throw new Error('there is no host to start yet: host/main.ts is missing');
} catch (fault) {
  say(fault.message);
  process.exit(1);
}

const host = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => host.kill(signal));
host.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
