import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { becomeOwner, type InstallationPlace, namedPlace } from '../installation-place';
import { runCommand } from '../run-command';
import { writeStdout } from '../terminal';
import type { Manifest } from './archive';
import { dateName, everyIn, keepNewest, latestIn } from './dated';
import { drill } from './drill';
import { partsIn } from './parts';
import { runBackup } from './run-backup';
import { runRestore } from './run-restore';

const usage = `tongcheng backup  --to DIR --keys-to OTHER_DIR | --into DIR --keys-into OTHER_DIR [--keep 14]
tongcheng restore --from DIR --keys-from OTHER_DIR
tongcheng drill   --from DIR --keys-from OTHER_DIR [--every] [--scratch DIR]
  [--data ./data] [--key-file ./data.key] [--environment FILE]; npm run backup, npm run restore: the same

  数据与密钥分开存放：两个目录不得放进同一个备份。主密钥文件不在其中，请另行保管。
  --into 按日期建目录，只留最新的 --keep 份（密钥只留一份）；--from 可以是这样的目录，取最新一份。drill 恢复到临时位置、打开、核对，再删除；--every
  逐份核对每一份旧备份：密钥已销毁的日子都打不开。
  Data and keys apart: never put both folders into one archive. The master key file is in neither: keep it by itself.
  --into makes a folder of the date and keeps the newest --keep (of keys one); --from may be such a folder, whose latest is taken. drill restores into a
  scratch place, opens what must open, and removes it; --every does so with each backup that is kept: of no day whose key was destroyed anything opens.
  PostgreSQL: TONGCHENG_STORE=postgres and its names in the environment, as for the host.
`;
const flag = { type: 'string' } as const;
const options = {
  ...{ data: flag, 'key-file': flag, to: flag, 'keys-to': flag, into: flag, 'keys-into': flag },
  ...{ from: flag, 'keys-from': flag, keep: { ...flag, default: '14' }, scratch: { ...flag, default: tmpdir() } },
  every: { type: 'boolean', default: false },
} as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

runCommand(async (argv) => {
  const { positionals, values } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const place = namedPlace(values);
  const { from, 'keys-from': keysFrom, to, 'keys-to': keysTo, into, 'keys-into': keysInto, keep, scratch } = values;
  const [word] = positionals;
  if (word === 'backup' || word === 'drill') becomeOwner(place, sayAside);
  if (word === 'backup' && to && keysTo) return report(await runBackup(place, parts(to, keysTo)), word);
  if (word === 'backup' && into && keysInto) return dated(place, [into, keysInto], Number(keep));
  if (!from || !keysFrom || (word !== 'restore' && word !== 'drill')) return say(usage);
  if (word === 'drill' && values.every) return drillEach(place, [from, keysFrom], resolve(scratch));
  const latest = parts(await latestIn(from), await latestIn(keysFrom));
  for (const { folder } of latest) say(folder);
  if (word === 'drill') return drill(place, latest, resolve(scratch), writeStdout);
  report(
    (await runRestore(place, latest, sayAside)).map(({ manifest }) => manifest),
    word,
  );
});

const parts = (folder: string, keysFolder: string) => partsIn(resolve(folder), resolve(keysFolder));

/** Each kept backup of the data with the latest of the keys, oldest first; the first that fails ends it. */
async function drillEach(place: InstallationPlace, [from, keysFrom]: readonly [string, string], scratch: string) {
  for (const folder of await everyIn(from)) {
    say(folder);
    await drill(place, parts(folder, await latestIn(keysFrom)), scratch, writeStdout);
  }
}

const sayAside = (line: string): void => {
  process.stderr.write(line);
};

/** A backup into folders of the date; the oldest go once this one is whole. Of keys one is kept: an older one still holds what was destroyed since. */
async function dated(place: InstallationPlace, [into, keysInto]: readonly [string, string], keep: number) {
  if (!Number.isInteger(keep) || keep < 1) throw new Error(usage);
  const name = dateName(new Date());
  const manifests = await runBackup(place, parts(join(into, name), join(keysInto, name)));
  report(manifests, 'backup');
  if (manifests.some(({ incomplete = [] }) => incomplete.length > 0)) return;
  for (const gone of [...(await keepNewest(into, keep)), ...(await keepNewest(keysInto, 1))])
    say(`删除旧备份 removed: ${gone}`);
}

function report(manifests: readonly Manifest[], word: 'backup' | 'restore'): void {
  for (const { holds, collections } of manifests)
    for (const { name, documents } of collections) if (documents > 0) say(`${holds} ${name}: ${documents}`);
  const gaps = manifests.flatMap(({ incomplete = [] }) => incomplete);
  if (gaps.length > 0) sayIncomplete(gaps, word);
}

/** What is whole was saved; a script that looks at the code of the exit alone must learn that it is not all. */
function sayIncomplete(gaps: NonNullable<Manifest['incomplete']>, word: 'backup' | 'restore'): void {
  for (const { name, day = '', reason } of gaps)
    process.stderr.write(`  ${name} ${day}: 只有读得到的部分 only what could be read: ${reason}\n`);
  process.stderr.write(
    '备份不完整：以上各项缺少内容，其余完整。 The backup is incomplete: something of the above is missing; the rest is whole.\n',
  );
  if (word === 'backup') process.exitCode = 2;
}
