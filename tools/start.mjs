import { spawn } from 'node:child_process';
import { ensure } from './ensure.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

/** What one machine needs to serve riders on the web and officials; the phone programs are built on request. */
const needed = ['functions', 'host', 'city', 'console', 'h5'];

try {
  await ensure(needed);
} catch (fault) {
  say(fault.message);
  process.exit(1);
}

const host = spawn(process.execPath, ['--enable-source-maps', at('dist/host/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => host.kill(signal));
host.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
