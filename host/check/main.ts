import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import type { Services } from '@tongcheng/cloudfunctions/wiring/deployment-target';
import { becomeOwner, type InstallationPlace, namedPlace, placeOptions } from '../installation-place';
import { runCommand } from '../run-command';
import { writeStdout } from '../terminal';
import { causeWords } from './cause-words';
import { databaseLook, folderLook, keysLook, type Look, type NamedLook, objectsLook } from './looks';
import { serviceLooks } from './service-looks';

/** `tongcheng check`: looks at everything that an installation needs, says what is wrong and why. It makes nothing. */
runCommand(async (argv) => {
  const { values } = parseArgs({ args: [...argv], options: placeOptions });
  const place = namedPlace(values);
  becomeOwner(place, (line) => process.stderr.write(line));
  const failed = await checkAll(place);
  await writeStdout(
    failed === 0 ? '都好。 All is well.\n' : `${failed} 项不对，见上。 ${failed} of the above are wrong.\n`,
  );
  if (failed > 0) process.exitCode = 1;
});

async function checkAll(place: InstallationPlace): Promise<number> {
  const { dataFolder, keyFile } = place;
  const own = { TONGCHENG_DATA: dataFolder, TONGCHENG_KEY_FILE: keyFile };
  const environment: NodeJS.Dict<string> = { ...process.env, ...own };
  const config = readConfig(environment);
  const around = { clock: { now: () => Date.now() }, chance: pooledChance(), log: lineLog(() => undefined) };
  const first = await lookAtAll([
    ['配置 names', async () => '都已设置 all are set'],
    ...databaseLooks(environment, place),
    ['数据目录 data folder', folderLook(dataFolder)],
  ]);
  let keys: KeyService = keyFileService(randomBytes(32));
  const openKeys: Look = async () => {
    if (!existsSync(keyFile) && environment.TONGCHENG_KEYS !== 'tencent-kms')
      return {
        unproven: `还没有，第一次启动会创建；已有数据时请放回 none yet: the first start makes it; over existing data bring it back: ${keyFile}`,
      };
    keys = await config.keys({ mayCreate: false, clock: around.clock });
    return keysLook(keys)();
  };
  const second = await lookAtAll([['主密钥 master key', openKeys]]);
  const publicUrl = config.installation.TONGCHENG_PUBLIC_URL;
  const services = await config.services({ ...around, keys, publicUrl });
  return (
    first +
    second +
    (await lookAtAll([['文件 objects', filesLook(place, services)], ...serviceLooks(services, environment)]))
  );
}

/** Where files lie in a folder that the first start has still to make, there is nothing to try. */
function filesLook({ dataFolder }: InstallationPlace, services: Services): Look {
  const folder = join(dataFolder, 'objects');
  return services.objects.openLink && !existsSync(folder) ? folderLook(folder) : objectsLook(services);
}

const databaseLooks = (
  { TONGCHENG_STORE, TONGCHENG_POSTGRES_URL = '', TONGCHENG_KEYS_POSTGRES_URL = '' }: NodeJS.Dict<string>,
  { keyFile }: InstallationPlace,
): readonly NamedLook[] =>
  TONGCHENG_STORE === 'postgres'
    ? [
        ['文档数据库 database of documents', databaseLook(TONGCHENG_POSTGRES_URL)],
        ['密钥数据库 database of keys', databaseLook(TONGCHENG_KEYS_POSTGRES_URL)],
      ]
    : [['密钥目录 folder of keys', folderLook(dirname(keyFile))]];

/** Looks one after another and says each; gives how many failed. */
async function lookAtAll(looks: readonly NamedLook[]): Promise<number> {
  let failed = 0;
  for (const [what, look] of looks) {
    const found = await look().catch((fault: unknown) => ({ wrong: causeWords(fault) }));
    if (typeof found === 'string') await writeStdout(`  好 good      ${what}: ${found}\n`);
    else if ('unproven' in found) await writeStdout(`  未证 unproven ${what}: ${found.unproven}\n`);
    else {
      failed += 1;
      await writeStdout(`  不对 WRONG    ${what}: ${found.wrong}\n`);
    }
  }
  return failed;
}
