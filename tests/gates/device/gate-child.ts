import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../world/until';

/** Bundles the program of a gate and gives where it is. */
export const bundleGate = (): string =>
  execFileSync(process.execPath, ['tools/bundled.mjs', 'host/device/main.ts'], { encoding: 'utf8' }).trim();

/** A gate as a process of its own. */
export interface ChildGate {
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Address of its screen, without the token. */
  readonly url: string;
  readonly token: string;
  /** Asks it as its own machine does. */
  ask(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

/** Starts a gate in a folder, as `npm run gate` does, and waits until it answers. */
export async function startGate(program: string, folder: string, words: readonly string[]): Promise<ChildGate> {
  const args = [program, '--folder', folder, '--port', '0', '--every', '1', ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const ended = once(child, 'close');
  await until(() => {
    if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
    return said.includes('in the file screen-link');
  });
  const [url = '', token = ''] = readFileSync(join(folder, 'screen-link'), 'utf8').trim().split('/#');
  return {
    process: child,
    said: () => said,
    url,
    token,
    ask: (path, body, headers = { authorization: `Bearer ${token}` }) =>
      fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
