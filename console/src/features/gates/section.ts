import { morningTopic } from '../../client/morning';
import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** B-06, B-11, X-17: gates and readers of a city: how they stand, whom they kept out, and their codes of enrolment. */
export const gatesSection: Section = {
  path: '/gates',
  name: { zh: '闸机与读卡器', en: 'Gates and readers' },
  group: 'riding',
  opensWith: ['devices.list-devices', 'oversight.get-settings'],
  calls: ['devices.invite-device', 'devices.move-device', 'devices.revoke-device', 'venues.find-places'],
  morning: morningTopic(['devices.list-devices', 'oversight.get-settings'], async (asking) =>
    (await import('./morning')).gateLines(asking),
  ),
  capability: 'gates',
  Screen: opensLater(async () => (await import('./gates-screen')).GatesScreen),
};
