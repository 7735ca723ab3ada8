import type { Section } from '../../client/section';
import { opensLater } from '../../ui/placeholders';

/** W-18: venues, their codes, stickers and the staff invited to them. */
export const venuesSection: Section = {
  path: '/venues',
  name: { zh: '乘车点与码', en: 'Venues' },
  group: 'places',
  opensWith: ['venues.list-venues'],
  calls: [
    'venues.import-venues',
    'venues.replace-code',
    'venues.revoke-code',
    'venues.print-stickers',
    'oversight.create-invitation',
  ],
  morning: 'nothing',
  capability: 'city',
  Screen: opensLater(async () => (await import('./venues-screen')).VenuesScreen),
};
