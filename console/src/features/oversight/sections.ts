import type { OfficialSession } from '@tongcheng/shared/oversight/api';
import type { Text } from '@tongcheng/shared/text';
import { isPermitted } from '../../client/official-context';
import type { Offered } from '../../client/permitted';
import { oversightTexts } from './texts';

/** A section of the console: its place in the address, its name, and the permission that shows it; without one everybody sees it. */
export interface Section {
  readonly path: '/live' | '/reports' | '/recipients' | '/venues' | '/appeals' | '/guide';
  readonly name: Text;
  readonly needs?: Offered;
}

/** The sections in the order of the tabs. */
const sections: readonly Section[] = [
  { path: '/live', name: oversightTexts.live, needs: 'rides.live' },
  { path: '/reports', name: oversightTexts.reports, needs: 'reports.list' },
  { path: '/recipients', name: oversightTexts.recipients, needs: 'reports.list-recipients' },
  { path: '/appeals', name: oversightTexts.appeals, needs: 'appeals.list' },
  { path: '/venues', name: oversightTexts.venues, needs: 'venues.list' },
  { path: '/guide', name: oversightTexts.guide },
];

/** The sections that an official is offered, in their order. */
export const sectionsFor = (session: OfficialSession): readonly Section[] =>
  sections.filter(({ needs }) => needs === undefined || isPermitted(session, needs));
