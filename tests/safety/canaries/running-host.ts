import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import nodeOptions from '../../../host/node-options.json';
import { freePort } from '../../world/free-port';
import { environmentIn } from '../../world/town';

/** Bundles a program; nothing of an older build is used. */
export const bundled = (entry: string): string =>
  execFileSync(process.execPath, ['tools/bundled.mjs', entry], { encoding: 'utf8' }).trim();

/** What a host is given beside its folder. */
interface Given {
  readonly citiesFolder: string;
  readonly aheadMs: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a host as a process whose every file lies in the folder: data, keys, what it says, what it keeps for a moment. */
export async function runHost(folder: string, { environment, ...given }: Given) {
  const [logs, temporary] = [join(folder, 'logs'), join(folder, 'temporary')];
  for (const each of [logs, temporary]) mkdirSync(each, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const place = { dataFolder: join(folder, 'data'), keyFile: join(folder, 'master.key') };
  bundled('cloudfunctions/adapters/sqlite/thread/store-thread.ts');
  const env = {
    ...{ ...process.env, ...environmentIn(folder), ...environment },
    ...{ TMPDIR: temporary, TONGCHENG_PUBLIC_URL: url },
  };
  const child = fork(
    bundled('tests/safety/canaries/host-child.ts'),
    [JSON.stringify({ port, publicUrl: url, ...place, ...given })],
    {
      ...{ env, execArgv: nodeOptions, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    },
  );
  const log = createWriteStream(join(logs, 'host.log'));
  for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false });
  const ended = once(child, 'exit');
  const heard = async (): Promise<unknown> => {
    const [told] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`the host ended with ${code}: see ${logs}`);
      }),
    ]);
    return told;
  };
  const tell = async (said: 'timers' | { readonly pass: number }) => {
    const answer = heard();
    child.send(said);
    await answer;
  };
  const credentials = await heard();
  let aheadMs = given.aheadMs;
  return {
    ...{ url, env, credentials, place },
    now: () => Date.now() + aheadMs,
    pass: async (ms: number) => {
      await tell({ pass: ms });
      aheadMs += ms;
    },
    /** Runs the work of every timer, to its end. */
    timers: () => tell('timers'),
    stop: async () => {
      child.send('stop');
      await ended;
      log.end();
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** A host that runs. */
export type CanaryHost = Awaited<ReturnType<typeof runHost>>;
