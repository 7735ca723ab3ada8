import type { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import type { Text } from '@tongcheng/shared/text';
import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import {
  capabilitySettingTexts,
  generalTexts,
  provinceSettingTexts,
  reportSettingTexts,
  rideTexts,
  type SettingText,
  settingsTexts,
} from './settings-texts';

/** One setting: what it is called, where it stands in the file, what it is now. */
export interface SettingRow extends SettingText {
  readonly group: Text;
  readonly field: string;
  /** Undefined where the file says nothing. */
  readonly value: unknown;
}

function rowsOf(
  group: Text,
  words: Readonly<Record<string, SettingText>>,
  values: object | undefined,
  prefix = '',
): readonly SettingRow[] {
  const held = new Map<string, unknown>(Object.entries(values ?? {}));
  return Object.entries(words).map(([key, text]) => ({
    ...{ group, ...text, field: `${prefix}${key}`, value: held.get(key) },
  }));
}

/** What is not in the file is not switched on. */
const switchedOn = (group: Text, values: object): readonly SettingRow[] =>
  rowsOf(group, capabilitySettingTexts, values, 'capabilities.').map((row) => ({ ...row, value: row.value ?? false }));

/** All settings of a city in the order of their words, those that its file leaves out too, then those of its province. */
export function settingRows(settings: SettingsInFile, province: ProvinceSettings | undefined): readonly SettingRow[] {
  return [
    ...rowsOf(settingsTexts.general, generalTexts, settings),
    ...rowsOf(settingsTexts.rides, rideTexts, settings.rides, 'rides.'),
    ...rowsOf(settingsTexts.reports, reportSettingTexts, settings.reports, 'reports.'),
    ...switchedOn(settingsTexts.capabilities, settings.capabilities ?? { city: {} }),
    ...(province
      ? [
          ...rowsOf(settingsTexts.province, provinceSettingTexts, province),
          ...rowsOf(settingsTexts.province, reportSettingTexts, province.reports, 'reports.'),
          ...switchedOn(settingsTexts.province, province.capabilities ?? {}),
        ]
      : []),
  ];
}
