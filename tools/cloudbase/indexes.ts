import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { applyDatabase, type Difference } from './apply-database';
import { cloudDatabase } from './cloud-database';
import { DeclaredDatabase } from './declared';
import { operatorValues } from './deployment-file';
import { endWithCode, OwnerSettings, ownersAccount, readOwnerSettings } from './owner';

const Settings = OwnerSettings.extend({ TONGCHENG_CLOUDBASE_KEYS_ENV: z.string().min(1) });

/** `npm run cloudbase:indexes` makes what is missing; with `-- --check` it only names it, and fails when something is missing. */
export async function main(
  given: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Promise<number> {
  const settings = readOwnerSettings(Settings, given);
  if (!settings) return 2;
  const check = args.includes('--check');
  const declared = DeclaredDatabase.parse(JSON.parse(readFileSync('deploy/cloudbase/indexes.json', 'utf8')));
  const account = ownersAccount(settings);
  let missing = 0;
  for (const [part, env] of [
    ['documents', settings.TONGCHENG_CLOUDBASE_ENV],
    ['keys', settings.TONGCHENG_CLOUDBASE_KEYS_ENV],
  ] as const) {
    const database = await cloudDatabase(env, account, settings.TONGCHENG_TENCENT_REGION);
    const differences = await applyDatabase(database, declared[part], !check);
    for (const each of differences) console.log(line(env, each, check));
    missing += differences.filter(({ kind }) => kind !== 'index nobody declares').length;
  }
  console.log(
    missing === 0
      ? '云数据库与声明一致 the cloud has what is declared'
      : `${check ? '缺少 missing' : '已建 made'}: ${missing}`,
  );
  return check && missing > 0 ? 1 : 0;
}

const line = (env: string, { kind, collection, index }: Difference, check: boolean): string =>
  `${env}: ${kind}: ${collection}${index === undefined ? '' : ` ${index}`}${check || kind === 'index nobody declares' ? '' : ' → made'}`;

if (require.main === module) endWithCode(main(operatorValues(process.env), process.argv.slice(2)));
