import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { HostOptions } from '../../host/options';
import { until } from '../world/until';

/** A host as a process of its own. */
export interface ChildHost {
  readonly process: ChildProcess;
  /** What it said on both streams so far. */
  readonly said: () => string;
  /** Code, or signal when it was killed; waits for its end. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Bundles the host's program and gives where it is; nothing of an older build is used. */
export const bundleHost = (): string =>
  execFileSync(process.execPath, ['tools/bundled.mjs', 'host/main.ts'], { encoding: 'utf8' }).trim();

/** Starts the program with these options, as `npm start` would. */
export function startChild(
  program: string,
  options: HostOptions,
  environment: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): ChildHost {
  const given = ['--port', String(options.port), '--data', options.dataFolder, '--key-file', options.keyFile];
  const cities = options.citiesFolder === undefined ? [] : ['--cities', options.citiesFolder];
  const city = options.city ? ['--journeys', String(options.journeys)] : ['--no-city'];
  // The folders come from the options: a host is refused where its names say otherwise.
  const folders = { TONGCHENG_DATA: options.dataFolder, TONGCHENG_KEY_FILE: options.keyFile };
  const env = { ...process.env, ...environment, ...folders };
  const child = spawn(process.execPath, [program, ...given, ...cities, ...city, ...more], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const ended = once(child, 'close').then(([code, signal]) => signal ?? code);
  return { process: child, said: () => said, ended };
}

/** A start is mostly reading the bundle and making keys; on a busy machine a minute was seen. */
const startsWithinMs = 120_000;

/** When it answers and says so: a signal before that ends it at once. Throws what it said when it ended before. */
export async function untilAnswers(child: ChildHost, url: string): Promise<void> {
  await until(() => {
    if (child.process.exitCode !== null || child.process.signalCode !== null)
      throw new Error(`it ended: ${child.said()}`);
    if (!child.said().includes('Tongcheng answers')) return false;
    return fetch(`${url}/health`).then(
      (reply) => reply.ok,
      () => false,
    );
  }, startsWithinMs);
}
