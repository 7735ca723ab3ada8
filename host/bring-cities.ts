import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { saveProvince } from '@tongcheng/cloudfunctions/app/venues/import/save-province';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { tableText } from '@tongcheng/shared/table-text';

/** What bringing a city in needs, on a host and in the cloud alike. */
type BringNeeds = Parameters<typeof importCity>[0];

/**
 * Brings every province (`provinces/<code>/settings.json`) and every city of a folder in (`<code>/settings.json`,
 * `<code>/venues/*.csv`); what is unchanged is not written. `adapt` changes the text of a city's settings before.
 */
export async function bringCities(
  needs: BringNeeds,
  folder: string,
  say: (line: string) => void,
  adapt = (settingsJson: string): string => settingsJson,
): Promise<void> {
  for (const text of provinceTexts(join(folder, 'provinces'))) {
    const { province, settingsChanged } = await saveProvince(needs, text);
    if (settingsChanged) say(`省 province ${province}: 设置已更新 settings brought in`);
  }
  const codes = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'settings.json')));
  for (const code of codes) {
    const tables = join(folder, code, 'venues');
    const files = existsSync(tables)
      ? readdirSync(tables)
          .filter((name) => name.endsWith('.csv'))
          .sort()
      : [];
    const texts = files.map((name) => tableText(readFileSync(join(tables, name))));
    const done = await importCity(needs, adapt(readFileSync(join(folder, code, 'settings.json'), 'utf8')), texts);
    if (done.added + done.changed > 0)
      say(`城市 city ${code}: ${done.added} 个乘车点新增 added, ${done.changed} 个更新 changed`);
    for (const bad of done.badRows) say(`  ${files[bad.file]} 第 ${bad.row} 行 row ${bad.row}: ${bad.zh} ${bad.en}`);
  }
}

/** Settings of every province of a folder, which need not be there. */
const provinceTexts = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .map((code) => join(folder, code, 'settings.json'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));

/** Codes of the cities that this installation serves; without any it would make officials who may do nothing, so it throws. */
export async function someCity(needs: Pick<Container, 'store'>): Promise<readonly string[]> {
  const codes = await cityCodes(needs);
  if (codes.length > 0) return codes;
  throw new Error(
    '还没有任何城市。请用 --cities 指明城市文件所在的目录。 There is no city yet: name the folder of city files with --cities (docs/adding-a-city.md).',
  );
}

/** Codes of the cities that this installation serves. */
export async function cityCodes({ store }: Pick<Container, 'store'>): Promise<readonly string[]> {
  const { items } = await store.find(cities, { where: {}, limit: 1_000 });
  return items.map(({ _id }) => _id);
}
