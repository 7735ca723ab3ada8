import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { CitySettings } from '../venues/city-settings';
import { ProvinceSettings } from '../venues/province-settings';
import { CityCode } from '../wire';

/** The settings of a city but for what has a section of its own: announcements, admission rules, the guide. */
export const SettingsInFile = CitySettings.omit({ notices: true, admissionRules: true, guide: true });
export type SettingsInFile = z.output<typeof SettingsInFile>;

export const getSettings = endpoint({
  name: 'oversight.get-settings',
  summary: {
    zh: '城市和省的设置（来自文件，只读）',
    en: 'The settings of a city and of its province, which are files: to be read only',
  },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({
    settings: SettingsInFile,
    /** Absent where the city stands without its province. */
    province: ProvinceSettings.exactOptional(),
  }),
  failures: ['city-unknown'],
});
