import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { writeStdout } from './terminal';
import { mailedHead, verifyAudit } from './verify-audit';

const usage = `npm run audit -- verify [--head "DAY HASH"] [--data ./data] [--key-file FILE]

  检查访问记录，指出第一处不符；--head 是报表邮件里的“访问记录链”。需要数据目录和主密钥文件，内嵌数据库时先停止服务。
  Checks the access log and names the first entry that does not fit; --head is the line “Access log” of a report’s mail. It needs the
  data folder and the master key file; with the embedded store, stop the host first.
`;

const declared = {
  head: { type: 'string' },
  data: { type: 'string', default: './data' },
  'key-file': { type: 'string' },
} as const;

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parsed(argv);
  if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Error(usage);
  const mailed = mailedHead(values.head);
  const dataFolder = resolve(values.data);
  const keyFile = resolve(values['key-file'] ?? `${dataFolder}.key`);
  const own = { TONGCHENG_DATA: dataFolder, TONGCHENG_KEY_FILE: keyFile, TONGCHENG_PUBLIC_URL: 'http://localhost' };
  const config = readConfigOf({ ...process.env, ...own }, servers, {});
  const clock = { now: () => Date.now() };
  const log = lineLog((line) => process.stderr.write(line));
  const documents = await config.store({ clock, chance: pooledChance(), log });
  if (!(await documents.holdsData())) throw new Error(`这里没有数据。 There is no data here: ${dataFolder}`);
  const container = await makeContainer(config, { clock, log });
  try {
    if (!(await verifyAudit(container, mailed, writeStdout))) process.exitCode = 1;
  } finally {
    await container.store.close();
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: true });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
  process.exitCode = 1;
});
