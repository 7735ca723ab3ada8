import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { saveLineStops } from '@tongcheng/cloudfunctions/app/venues/import/save-line-stops';
import { saveProvince } from '@tongcheng/cloudfunctions/app/venues/import/save-province';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { ConfigurationWrong } from '@tongcheng/cloudfunctions/wiring/config';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { tableText } from '@tongcheng/shared/table-text';

/** What bringing a city in needs, on a host and in the cloud alike. */
type BringNeeds = Parameters<typeof importCity>[0];

/** How a folder of cities is brought in. */
interface Bringing {
  readonly say: (line: string) => void;
  /** Only where the city is simulated or measured: a real installation refuses what was made up for demonstrations. */
  readonly mayBeDemonstration?: boolean;
  /** Changes the text of a city's settings before. */
  readonly adapt?: (settingsJson: string) => string;
}

/** Beside the settings of a city some of whose venues are invented; it says so to whoever reads it. */
const demonstrationMark = 'demonstration.txt';

/**
 * Brings every province (`provinces/<code>/settings.json`) and every city of a folder in (`<code>/settings.json`,
 * `<code>/venues/*.csv`, `<code>/stops.csv` with `line-stops.csv`); what is unchanged is not written. Throws {@link ConfigurationWrong} before anything is written where the folder is
 * missing, or holds a demonstration that may not come in.
 */
export async function bringCities(
  needs: BringNeeds,
  folder: string,
  { say, mayBeDemonstration = false, adapt = (settingsJson) => settingsJson }: Bringing,
): Promise<void> {
  const codes = codesIn(folder);
  if (!mayBeDemonstration) for (const code of codes) refuseDemonstration(join(folder, code));
  for (const text of provinceTexts(join(folder, 'provinces'))) {
    const { province, settingsChanged } = await saveProvince(needs, text);
    if (settingsChanged) say(`省 province ${province}: 设置已更新 settings brought in`);
  }
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
    await bringLineStops(needs, join(folder, code), code, say);
    for (const bad of done.badRows) say(`  ${files[bad.file]} 第 ${bad.row} 行 row ${bad.row}: ${bad.zh} ${bad.en}`);
  }
}

/** Where a city's lines halt, where its folder says so. */
async function bringLineStops(needs: BringNeeds, folder: string, city: string, say: Bringing['say']): Promise<void> {
  const [stops, lineStops] = ['stops.csv', 'line-stops.csv'].map((name) => join(folder, name));
  if (!stops || !lineStops || !existsSync(stops) || !existsSync(lineStops)) return;
  const text = (path: string) => tableText(readFileSync(path));
  const lines = await saveLineStops(needs, city, { stops: text(stops), lineStops: text(lineStops) });
  if (lines > 0) say(`城市 city ${city}: ${lines} 条线路的站点已更新 lines with their stops brought in`);
}

/** Codes of the cities that a folder holds. */
function codesIn(folder: string): readonly string[] {
  if (!existsSync(folder))
    throw new ConfigurationWrong(
      `城市文件的目录不存在。 The folder of city files does not exist: ${folder} (--cities, docs/adding-a-city.md)`,
    );
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'settings.json')));
}

/** Its venues would be posted, scanned and reported as if they existed. */
function refuseDemonstration(folder: string): void {
  if (!existsSync(join(folder, demonstrationMark))) return;
  throw new ConfigurationWrong(
    `这是演示城市，部分乘车点是虚构的，正式安装不能使用。请另建目录，放入自己的城市文件。 This city is a demonstration, some of its venues are invented: a real installation does not take it. Make a folder of your own for your city's files: ${folder} (docs/adding-a-city.md)`,
  );
}

/** Settings of every province of a folder, which need not be there. */
const provinceTexts = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .map((code) => join(folder, code, 'settings.json'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));

/** Throws {@link ConfigurationWrong} where data holds a simulated city; before real files come in, which would cover it up. */
export async function refuseSimulatedCity({ store }: Pick<Container, 'store'>): Promise<void> {
  const { items } = await store.find(cities, { where: {}, limit: 1_000 });
  const made = items.find(({ settings }) => settings.demonstration)?._id;
  if (made === undefined) return;
  throw new ConfigurationWrong(
    `数据里是演示城市 ${made}，正式安装不能使用。请换一个空的数据目录，或先移除它。 The data holds the demonstration city ${made}: a real installation does not start on it. Use an empty data folder, or remove the city first: npm run cities -- remove ${made}`,
  );
}

/** Codes of the cities that this installation serves; without any it would make officials who may do nothing, so it throws {@link ConfigurationWrong}. */
export async function servedCities(needs: Pick<Container, 'store'>, folder?: string): Promise<readonly string[]> {
  const codes = await cityCodes(needs);
  if (codes.length > 0) return codes;
  const where = folder === undefined ? '' : ` (${join(folder, '<code>', 'settings.json')})`;
  throw new ConfigurationWrong(
    `还没有任何城市。请把城市文件放进目录，用 --cities 指明。 There is no city yet: put its files into a folder and name that with --cities${where} (docs/adding-a-city.md).`,
  );
}

/** Codes of the cities that this installation serves. */
export async function cityCodes({ store }: Pick<Container, 'store'>): Promise<readonly string[]> {
  const { items } = await store.find(cities, { where: {}, limit: 1_000 });
  return items.map(({ _id }) => _id);
}
