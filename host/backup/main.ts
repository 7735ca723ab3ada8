import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { becomeOwner, namedPlace } from '../installation-place';
import { runCommand } from '../run-command';
import type { Manifest } from './archive';
import { partsIn } from './parts';
import { runBackup } from './run-backup';
import { runRestore } from './run-restore';

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

runCommand(async (argv) => {
  const { positionals, values } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const [word] = positionals;
  const [folder, keysFolder] = word === 'restore' ? [values.from, values['keys-from']] : [values.to, values['keys-to']];
  if (folder === undefined || keysFolder === undefined || (word !== 'backup' && word !== 'restore')) return say(usage);
  const place = namedPlace(values);
  if (word === 'backup') becomeOwner(place, (line) => process.stderr.write(line));
  const parts = partsIn(resolve(folder), resolve(keysFolder));
  const manifests =
    word === 'restore'
      ? (await runRestore(place, parts, (line) => process.stderr.write(line))).map(({ manifest }) => manifest)
      : await runBackup(place, parts);
  for (const { holds, collections } of manifests)
    for (const { name, documents } of collections) if (documents > 0) say(`${holds} ${name}: ${documents}`);
  const gaps = manifests.flatMap(({ incomplete = [] }) => incomplete);
  if (gaps.length > 0) sayIncomplete(gaps, word);
});

/** What is whole was saved; a script that looks at the code of the exit alone must learn that it is not all. */
function sayIncomplete(gaps: NonNullable<Manifest['incomplete']>, word: 'backup' | 'restore'): void {
  for (const { name, day = '', reason } of gaps)
    process.stderr.write(`  ${name} ${day}: 只有读得到的部分 only what could be read: ${reason}\n`);
  process.stderr.write(
    '备份不完整：以上各项缺少内容，其余完整。 The backup is incomplete: something of the above is missing; the rest is whole.\n',
  );
  if (word === 'backup') process.exitCode = 2;
}
