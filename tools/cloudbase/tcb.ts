import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkValues } from './check-values';
import { declaredDeployment, withValues } from './deployment';
import { parseValues, valuesFile } from './deployment-file';

const tool = 'node_modules/@cloudbase/cli/bin/tcb';

/**
 * `npm run cloudbase:tcb -- …`: the installed `tcb` with the functions of `serverless.yml`, the values of `.env`, and their environment and region. Refuses
 * before anything is sent where {@link checkValues} finds something. The file that the tool reads is gone when it ends.
 */
function main(args: readonly string[]): number {
  const text = existsSync(valuesFile) ? readFileSync(valuesFile, 'utf8') : '';
  const declared = declaredDeployment();
  const deployed = declared.functions.map(({ name, envVariables }) => ({ name, names: Object.keys(envVariables) }));
  const { findings } = checkValues(text, deployed);
  for (const { at, problem } of findings) console.error(`${at}: ${problem}`);
  if (findings.length > 0) return 1;
  const values = parseValues(text);
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-deployment-'));
  try {
    const file = join(folder, 'cloudbaserc.json');
    writeFileSync(file, withValues(declared, values), { mode: 0o600 });
    const given = ['--config-file', file, '-r', values.TONGCHENG_TENCENT_REGION ?? '', ...args];
    return spawnSync(process.execPath, [resolve(tool), ...given], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main(process.argv.slice(2));
