import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import type { ComponentType } from 'react';
import type { MorningTopic } from './morning';
import { type OfficialEndpoint, officialMay, type SectionEndpoint } from './permissions';
import type { sectionGroups } from './section-group-texts';

/** What the screen of a section is given; who is signed in and for which city it learns from `useOfficial`. */
interface SectionScreenProps {
  readonly clock: () => Instant;
}

/**
 * A section of the console, declared once: its line in the menu, the address and who sees it follow. Every section is a row of
 * `console/src/sections.ts`.
 * @example
 * export const progressSection: Section = {
 *   path: '/progress',
 *   name: { zh: '进度', en: 'Progress' },
 *   group: 'overview',
 *   opensWith: ['oversight.progress'],
 *   morning: 'nothing',
 *   Screen: ProgressScreen,
 * };
 */
export interface Section {
  /** Its place in the address. */
  readonly path: `/${string}`;
  /** Its name in the menu. */
  readonly name: Text;
  /** Under what officials look for it in the menu. */
  readonly group: keyof typeof sectionGroups;
  /** What its screen loads first. Whoever may call all of these sees the section: there is no list of roles. */
  readonly opensWith: readonly [SectionEndpoint, ...SectionEndpoint[]];
  /** What else its screen calls; each button asks `useOfficial().may` whether to be there. */
  readonly calls?: readonly OfficialEndpoint[];
  /** What of it stands on the morning page: what is wrong, waits, goes on, is done. Every section says it, be it that there is nothing. */
  readonly morning: MorningTopic | 'nothing';
  /** Shown only where one of the official's cities has this; without it, everywhere. */
  readonly capability?: CityCapability;
  readonly Screen: ComponentType<SectionScreenProps>;
}

/** Whether an official sees a section, given what their cities have switched on. */
export const isSeen = (
  { opensWith, capability }: Pick<Section, 'opensWith' | 'capability'>,
  session: Pick<OfficialSession, 'roles'>,
  capabilities: ReadonlySet<CityCapability>,
): boolean =>
  opensWith.every((endpoint) => officialMay(session, endpoint)) &&
  (capability === undefined || capabilities.has(capability));
