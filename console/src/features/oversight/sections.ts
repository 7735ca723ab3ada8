import type { Text } from '@tongcheng/shared/text';
import type { Offered } from '../../client/permitted';
import { oversightTexts } from './texts';

/** A section of the console: its place in the address, its name, and the permission that shows it. */
export interface Section {
  readonly path: '/live' | '/reports' | '/recipients' | '/venues' | '/appeals';
  readonly name: Text;
  readonly needs: Offered;
}

/** The sections in the order of the tabs. */
export const sections: readonly Section[] = [
  { path: '/live', name: oversightTexts.live, needs: 'rides.live' },
  { path: '/reports', name: oversightTexts.reports, needs: 'reports.list' },
  { path: '/recipients', name: oversightTexts.recipients, needs: 'reports.list-recipients' },
  { path: '/appeals', name: oversightTexts.appeals, needs: 'appeals.list' },
  { path: '/venues', name: oversightTexts.venues, needs: 'venues.list' },
];
