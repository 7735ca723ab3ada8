import { type ChildProcess, execFile, fork } from 'node:child_process';
import { promisify } from 'node:util';
import nodeOptions from '../host/node-options.json';

/** A server of the bench in a process of its own, started as `npm start` starts the host: the store's thread beside it, the same options of Node. */
export async function forkServer(args: readonly string[]): Promise<ChildProcess> {
  await bundleProgram('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  return fork(await bundleProgram('bench/scans/server.ts'), [...args], {
    execArgv: nodeOptions,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}

/** Bundles a program of the bench and gives its file. */
export async function bundleProgram(entry: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/bundled.mjs', entry]);
  return stdout.trim();
}

/** The environment of a host of the bench, whatever its store: nothing outside it is ever called. */
export const defaultEnvironment = (folder: string) => ({
  TONGCHENG_DATA: folder,
  TONGCHENG_KEY_FILE: `${folder}.key`,
  TONGCHENG_PUBLIC_URL: 'http://127.0.0.1:8080',
  TONGCHENG_PROVIDERS_URL: 'http://127.0.0.1:9',
  TONGCHENG_PROVIDERS_SECRET: 'a bench asks no provider at all, ever',
  TONGCHENG_SMTP_HOST: '127.0.0.1',
  TONGCHENG_SMTP_PORT: '9',
  TONGCHENG_MAIL_FROM: 'bench@tongcheng.example',
  TONGCHENG_SESSION_PER_MINUTE: '1000000',
});
