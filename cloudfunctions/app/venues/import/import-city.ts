import { offers } from '@tongcheng/shared/venues/capabilities';
import { keepRuleVersions } from '../rule-version-record';
import { readCityFile } from './city-file';
import { type BadRow, readVenueFile } from './read-venue-file';
import { saveCity } from './save-city';
import { type ImportNeeds, type Saved, saveVenues } from './save-venues';

/** What came of importing a city: venues and every row that was not taken. */
export interface ImportedCity extends Saved {
  readonly city: string;
  readonly settingsChanged: boolean;
  readonly badRows: readonly (BadRow & { readonly file: number })[];
}

/**
 * Brings a whole city in from its plain files: settings, then venues. Safe at every start: what is unchanged is not
 * written. An id belongs to one row of one file; a second row is a bad one. Throws when the settings
 * or a file cannot be read at all; `file` of a bad row counts the files from 0.
 */
export const importCity = async (
  needs: ImportNeeds,
  settingsJson: string,
  csvTexts: readonly string[],
): Promise<ImportedCity> => {
  const settings = readCityFile(settingsJson);
  const firstRowOf = new Map<string, number>();
  if (csvTexts.length > 0 && !offers(settings, 'city'))
    throw new Error(
      `${settings.city}：有乘车点表格，但城市设置没有开通 city。 There are tables of venues, but the settings do not name the capability city.`,
    );
  const files = csvTexts.map((csv, file) => readWhole(csv, file, firstRowOf));
  const settingsChanged = await saveCity(needs, settings);
  await keepRuleVersions(needs, settings.admissionRules);
  const saved = await saveVenues(
    needs,
    settings.city,
    files.flatMap(({ good }) => good),
  );
  const badRows = files.flatMap(({ bad }, file) => bad.map((row) => ({ ...row, file })));
  return { city: settings.city, settingsChanged, ...saved, badRows };
};

function readWhole(csv: string, file: number, firstRowOf: Map<string, number>) {
  const read = readVenueFile(csv, firstRowOf);
  if (!read) throw new Error(`File ${file} of the city’s venues is no table with the columns of docs/adding-a-city.md`);
  return read;
}
