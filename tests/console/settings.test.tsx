import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import { settingRows } from '../../console/src/features/oversight/settings/setting-rows';
import { SettingsScreen } from '../../console/src/features/oversight/settings/settings-screen';
import { show } from './screens';

const fileOf = (...path: string[]): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../..', 'cities', ...path, 'settings.json'), 'utf8'));

/** Rules and announcements have dates of their own in a file, and stand elsewhere. */
const shownOf = (file: unknown): SettingsInFile => SettingsInFile.strip().parse(file);
const wuhan = shownOf(fileOf('420100'));
const liaoning = ProvinceSettings.parse(fileOf('liaoning', 'provinces', '210000'));

test('settings of the city and its province in words, those that the file leaves out too', async () => {
  const answer = () => ({ ok: true, value: { settings: wuhan, province: liaoning } }) as const;
  show(<SettingsScreen />, { answers: { 'oversight.get-settings': answer } });
  await screen.findByText('行程留存（天）');
  const row = (field: string) => {
    const found = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (!found) throw new Error(`no row of ${field}`);
    return within(found);
  };
  expect(row('hotline').getByText(wuhan.hotline)).toBeDefined();
  expect(row('rides.longestRideMinutes').getByText('公交：120')).toBeDefined();
  expect(row('cardKinds').getByText(/^武汉通（说明：/)).toBeDefined();
  expect(row('rides.closedHours').getByText('方式：地铁；从：0；到：5')).toBeDefined();
  const { cities, roads } = liaoning.capabilities?.coaches?.map ?? { cities: [], roads: [] };
  expect(roads.length).toBeGreaterThan(20);
  screen.getByText(
    `城市大致位置：道路两侧（公里）：60；城市：共 ${cities.length} 项；城市间的道路：共 ${roads.length} 项`,
  );
  expect(row('rides.communityWorkerADay').getByText('没有设置，按默认')).toBeDefined();
  expect(document.querySelectorAll('[data-part="settings-screen"] input:not([type="search"])')).toHaveLength(0);
});

test('every setting that a file can hold has a row', () => {
  const fields = settingRows(wuhan, liaoning).map(({ field }) => field);
  const told = [
    ...Object.keys(wuhan).filter((key) => !['rides', 'reports', 'capabilities'].includes(key)),
    ...Object.keys(wuhan.rides).map((key) => `rides.${key}`),
    ...Object.keys(wuhan.reports).map((key) => `reports.${key}`),
  ];
  expect(fields).toEqual(expect.arrayContaining(told));
});
