import { blockOf, type WithCapabilities } from './capabilities';
import type { CoachMap, CoachSettings, CoachStation } from './coach-settings';

/** What holds for the coaches of a city, with every question answered. */
export interface CoachRules {
  readonly asksAddressesTo: readonly string[];
  readonly lineClasses: readonly number[];
  readonly charters: boolean;
  readonly completePercent: number;
  readonly ledgerDueDays: number;
  readonly remindMinutesBefore: readonly number[];
  readonly stations: readonly CoachStation[];
  /** Absent: nothing says where cities lie, and no place is compared. */
  readonly map?: CoachMap;
}

/** L-01 class three and above with charters, L-10 everyone aboard, ledgers by the end of the next civil day; no city asks for addresses unless somebody says so. */
export const unlessSaid: CoachRules = {
  asksAddressesTo: [],
  lineClasses: [1, 2, 3],
  charters: true,
  completePercent: 100,
  ledgerDueDays: 1,
  remindMinutesBefore: [15, 5],
  stations: [],
};

/**
 * The rules of a city's coaches: what the city says, else what its province says, else the requirements' own. Undefined where the city
 * does not have coaches.
 */
export function coachRulesOf(city: WithCapabilities, province: WithCapabilities | undefined): CoachRules | undefined {
  const own = blockOf(city, 'coaches');
  if (!own) return undefined;
  const above = province && blockOf(province, 'coaches');
  return { ...unlessSaid, ...choicesOf(above), ...choicesOf(own), stations: own.stations ?? [] };
}

/** Retention has a rule of its own: of both the longer holds (`app/retention/clocks.ts`). */
function choicesOf(block: CoachSettings | undefined): Partial<CoachRules> {
  if (!block) return {};
  const { retentionDays: _longer, ...choices } = block;
  return choices;
}
