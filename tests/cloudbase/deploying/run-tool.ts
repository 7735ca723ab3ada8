import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TencentActions } from '../../stand-ins/tencent/tencent-stand-in';

/** A folder as whoever deploys has it, with small bundles, a home of its own, and `tcb` that reaches the stand-in only. */
export function deployingFolder(
  standIn: string,
  functions: readonly string[],
  { cosStandIn = '', secretKey = 'a secret of tests only' } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-deploying-'));
  const home = join(folder, 'home');
  mkdirSync(join(home, '.config', '.cloudbase'), { recursive: true });
  const credential = { secretId: 'AKID-test', secretKey };
  writeFileSync(join(home, '.config', '.cloudbase', 'auth.json'), JSON.stringify({ credential }));
  cpSync('serverless.yml', join(folder, 'serverless.yml'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const name of functions) {
    const bundle = join(folder, 'dist', 'cloudfunctions', 'cloudbase', name);
    mkdirSync(bundle, { recursive: true });
    writeFileSync(join(bundle, 'index.js'), 'exports.main = () => 1;\n');
  }
  const env = {
    ...process.env,
    HOME: home,
    STAND_IN: standIn,
    COS_STAND_IN: cosStandIn,
    NODE_OPTIONS: `--require ${resolve('tests/cloudbase/deploying/to-stand-in.cjs')}`,
  };
  /** Runs a program with Node there; gives what it said and its exit code. */
  const run = (program: string, ...args: readonly string[]) =>
    new Promise<{ readonly said: string; readonly code: number }>((done) => {
      const running = execFile(process.execPath, [program, ...args], { cwd: folder, env, timeout: 240_000 });
      let said = '';
      for (const stream of [running.stdout, running.stderr]) stream?.on('data', (part) => (said += String(part)));
      running.stdin?.end();
      running.on('close', (code) => done({ said, code: code ?? 1 }));
    });
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** `tcb` of the pinned package. */
export const tcb = join('node_modules', '@cloudbase', 'cli', 'bin', 'tcb');

const environment = (EnvId: string) => ({
  EnvId,
  Status: 'NORMAL',
  Functions: [{ Namespace: EnvId, Region: 'ap-guangzhou' }],
  LogServices: [{ LogsetId: 'logs', TopicId: 'topic' }],
});

/** The signature with which the tool may put the code of a function where the cloud fetches it. */
export const handedOut =
  'q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=1;2&q-key-time=1;2&q-header-list=&q-url-param-list=&q-signature=1f';

/** What the tool asks of the cloud while it deploys functions, answered as its documents say; nobody compared it with the live service. */
export const deployingActions = (envId: string): TencentActions => ({
  DescribeEnvs: () => ({ EnvList: [environment(envId)] }),
  CreateFunction: () => ({}),
  UpdateFunctionConfiguration: () => ({}),
  GetFunction: () => ({ Status: 'Active' }),
  BatchCreateTrigger: () => ({}),
  DescribeTcbAccountInfo: () => ({ CloudAppId: '1250000000' }),
  GetTempCosInfo: () => ({ Date: '2026-11-30', Sign: handedOut }),
  DescribeStaticStore: () => ({ Data: [{ Bucket: 'static-1250000000', Regoin: 'ap-guangzhou', Status: 'online' }] }),
});
