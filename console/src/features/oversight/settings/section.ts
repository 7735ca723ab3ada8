import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** The settings of the city and its province, read only. */
export const settingsSection: Section = {
  path: '/settings',
  name: { zh: '城市设置', en: 'Settings' },
  group: 'places',
  opensWith: ['oversight.get-settings'],
  morning: 'nothing',
  Screen: opensLater(async () => (await import('./settings-screen')).SettingsScreen),
};
