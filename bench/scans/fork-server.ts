import { type ChildProcess, fork } from 'node:child_process';
import nodeOptions from '../../host/node-options.json';
import { bundled } from '../bundled';

/** A server of the bench in a process of its own, started as `npm start` starts the host: the store's thread beside it, the same options of Node. */
export async function forkServer(args: readonly string[]): Promise<ChildProcess> {
  await bundled('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  return fork(await bundled('bench/scans/server.ts'), [...args], {
    execArgv: nodeOptions,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}
