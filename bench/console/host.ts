import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endGroup } from '../end-group';

/** What an official signs in with. */
interface BenchOfficial {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** A host in a process of its own, as `npm start` starts it, with a new simulated city. */
export interface BenchHost extends BenchOfficial {
  readonly url: string;
  /** Of the health office, who approves. */
  readonly supervisor: BenchOfficial;
  stop(): Promise<void>;
}

const port = 18_734;
const shown = (login: string) =>
  new RegExp(`${login}\\s+密码 password (\\S+)\\s+动态码密钥 one-time code secret (\\S+)`);
const isReady = (said: string) => /yesterday’s report is in the mailbox/.test(said) && shown('supervisor').test(said);

/** Builds what is stale and starts; resolves when yesterday's report is sent. */
export async function startBenchHost(): Promise<BenchHost> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-console-'));
  await promisify(execFile)(process.execPath, ['tools/ensure.mjs', 'functions', 'host', 'city', 'console', 'h5']);
  const args = [
    'start',
    '--silent',
    '--',
    '--port',
    String(port),
    '--data',
    join(folder, 'data'),
    '--journeys',
    '1000',
  ];
  const child = spawn('npm', args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const said = await untilReady(child);
  const official = (login: string): BenchOfficial => {
    const [, password = '', totpSecret = ''] = shown(login).exec(said) ?? [];
    return { login, password, totpSecret };
  };
  const stop = async () => {
    await endGroup(child);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, ...official('chief'), supervisor: official('supervisor'), stop };
}

const untilReady = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece) => {
      said += String(piece);
      if (isReady(said)) resolve(said);
    });
    child.once('exit', () => reject(new Error('the host ended before it was ready')));
  });
