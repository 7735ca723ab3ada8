import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../world/free-port';

type Environment = Readonly<Record<string, string>>;
const packages = join(process.cwd(), 'node_modules', '@cloudbase');

/** What a function gave: the last line of what the runner inside `@cloudbase/cli` writes; and what it said beside. */
export async function runByCli(folder: string, event: unknown, environment: Environment) {
  const runner = join(packages, 'cli', 'runtime', 'nodejs', 'bootstrap.js');
  const env = { ...process.env, ...environment, GLOBAL_USER_FILE_PATH: `${folder}/`, SCF_DISPLAY_IS_QUIET: 'True' };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [runner, 'index.main', JSON.stringify(event)],
    { env },
  );
  const given: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null');
  return { given, said: stderr };
}

/** A function served by the functions framework, in a process of its own with the deployed folder as its own. */
export async function serveByFramework(folder: string, environment: Environment) {
  const port = await freePort();
  const program = join(packages, 'functions-framework', 'bin', 'tcb-ff.js');
  const given = ['--source', folder, '--target', 'main', '--port', String(port), '--logEventContext', 'false'];
  const child = spawn(process.execPath, [program, ...given], {
    cwd: folder,
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const hear = (text: unknown) => {
      said += String(text);
      if (said.includes('listening')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(`the framework ended: ${said}`)));
  });
  return {
    ask: async (name: string, body: unknown, token?: string) => {
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const headers = { 'content-type': 'application/json', ...authorization };
      const reply = await fetch(`http://127.0.0.1:${port}/api/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return { status: reply.status, text: await reply.text(), headers: reply.headers };
    },
    get: async (path: string, headers: Readonly<Record<string, string>> = {}) => {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()), headers: reply.headers };
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
