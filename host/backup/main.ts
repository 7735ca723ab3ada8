import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { backUp } from './back-up';
import { documentCollections, keyCollections } from './every-collection';
import { restore } from './restore';

const usage = `npm run backup  -- --data ./data --key-file ./data.key --to DIR --keys-to OTHER_DIR
npm run restore -- --data ./data --key-file ./data.key --from DIR --keys-from OTHER_DIR

  数据与密钥分开存放：两个目录不得放进同一个备份。主密钥文件不在其中，请另行保管。
  Data and keys apart: never put both folders into one archive. The master key file is in neither: keep it by itself.
  PostgreSQL: TONGCHENG_STORE=postgres and its names in the environment, as for the host.
`;
const flag = { type: 'string' } as const;
const options = { data: flag, 'key-file': flag, to: flag, 'keys-to': flag, from: flag, 'keys-from': flag } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [word] = positionals;
  const [folder, keysFolder] = word === 'restore' ? [values.from, values['keys-from']] : [values.to, values['keys-to']];
  if (folder === undefined || keysFolder === undefined || (word !== 'backup' && word !== 'restore')) return say(usage);
  const data = resolve(values.data ?? './data');
  const own = { TONGCHENG_DATA: data, TONGCHENG_KEY_FILE: resolve(values['key-file'] ?? `${data}.key`) };
  const config = readConfigOf({ TONGCHENG_PUBLIC_URL: 'http://127.0.0.1', ...process.env, ...own }, servers, {});
  const place = await config.store({
    clock: { now: () => Date.now() },
    chance: pooledChance(),
    log: lineLog((line) => process.stderr.write(line)),
  });
  if ((await place.holdsData()) === (word === 'restore'))
    throw new Error(
      word === 'restore'
        ? '这里已有数据，只能恢复到空的地方。 There is data already; a backup is restored into an empty place only.'
        : '这里没有数据。 There is no data here.',
    );
  const store = await place.open();
  const objects = join(data, 'objects');
  try {
    const parts = [
      [documentCollections, resolve(folder), 'documents'],
      [keyCollections, resolve(keysFolder), 'keys'],
    ] as const;
    for (const [collections, where, holds] of parts) {
      const madeAt = new Date().toISOString();
      const done =
        word === 'restore'
          ? await restore(store, collections, where, holds)
          : await backUp(store, collections, where, holds, madeAt);
      for (const { name, documents } of done.collections) if (documents > 0) say(`${holds} ${name}: ${documents}`);
    }
    const [from, to] = word === 'restore' ? [join(folder, 'objects'), objects] : [objects, join(folder, 'objects')];
    if (existsSync(from)) await cp(from, to, { recursive: true, errorOnExist: true, force: false });
  } finally {
    await store.close();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有完成 it was not done'}\n`);
  process.exit(1);
});
