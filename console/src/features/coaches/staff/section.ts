import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** L-02, L-07, L-08: who runs coaches in a city, with which vehicles on which lines, and the invitations of crews, station staff and arrival officers. */
export const coachStaffSection: Section = {
  path: '/coach-staff',
  name: { zh: '客运单位与邀请', en: 'Coach operators' },
  group: 'riding',
  opensWith: ['venues.list-operators', 'oversight.get-settings'],
  calls: [
    'venues.add-operator',
    'oversight.create-invitation',
    'coaches.list-fleet',
    'coaches.set-vehicle',
    'coaches.end-vehicle',
    'coaches.set-line',
    'coaches.end-line',
  ],
  morning: 'nothing',
  capability: 'coaches',
  Screen: opensLater(async () => (await import('./coach-staff-screen')).CoachStaffScreen),
};
