import { resolve } from 'node:path';
import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { auditWords } from './audit-words';
import { writeStdout } from './terminal';
import { listAudit, verifyAudit } from './verify-audit';

async function main(argv: readonly string[]): Promise<void> {
  const clock = { now: () => Date.now() };
  const { work, mailed, query, data, keyFile } = auditWords(argv, clock.now());
  const dataFolder = resolve(data);
  const own = {
    TONGCHENG_DATA: dataFolder,
    TONGCHENG_KEY_FILE: resolve(keyFile ?? `${dataFolder}.key`),
    TONGCHENG_PUBLIC_URL: 'http://localhost',
  };
  const config = readConfigOf({ ...process.env, ...own }, servers, { objects: servers.objects });
  const log = lineLog((line) => process.stderr.write(line));
  const documents = await config.store({ clock, chance: pooledChance(), log });
  if (!(await documents.holdsData())) throw new Error(`这里没有数据。 There is no data here: ${dataFolder}`);
  const container = await makeContainer(config, { clock, log });
  try {
    if (work === 'list') await listAudit(container, query, writeStdout);
    else if (!(await verifyAudit(container, mailed, writeStdout))) process.exitCode = 1;
  } finally {
    await container.store.close();
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
  process.exitCode = 1;
});
