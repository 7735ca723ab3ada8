import type { Section } from './client/section';
import { appealsSection } from './features/appeals/section';
import { cardsSection } from './features/cards/section';
import { extractsSection } from './features/coaches/extracts/section';
import { coachesSection } from './features/coaches/section';
import { coachStaffSection } from './features/coaches/staff/section';
import { visitorCodesSection } from './features/coaches/visitors/section';
import { gatesSection } from './features/gates/section';
import { accessSection } from './features/oversight/access/section';
import { accessLogSection } from './features/oversight/access-log/section';
import { morningSection } from './features/oversight/morning/section';
import { officialsSection } from './features/oversight/officials/section';
import { servicesSection } from './features/oversight/services/section';
import { settingsSection } from './features/oversight/settings/section';
import { systemsSection } from './features/oversight/systems/section';
import { termsSection } from './features/oversight/terms/section';
import { recipientsSection, reportsSection } from './features/reports/section';
import { liveFiguresSection, qualitySection, refusalsSection } from './features/rides/section';
import { tracingSection } from './features/tracing/section';
import { guideSection } from './features/venues/guide/section';
import { venuesSection } from './features/venues/section';

/** Every section of the console, in the order of the menu within each group (docs/adding-a-console-section.md). */
export const sections: readonly Section[] = [
  morningSection,
  systemsSection,
  liveFiguresSection,
  refusalsSection,
  qualitySection,
  cardsSection,
  coachesSection,
  extractsSection,
  coachStaffSection,
  visitorCodesSection,
  gatesSection,
  reportsSection,
  recipientsSection,
  appealsSection,
  tracingSection,
  venuesSection,
  termsSection,
  settingsSection,
  accessSection,
  officialsSection,
  accessLogSection,
  servicesSection,
  guideSection,
];
