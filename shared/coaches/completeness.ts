import { addDays, dayOf, dayStart, type Instant } from '../time';
import type { CoachRules } from '../venues/coach-rules';
import type { CoachService } from './events';
import type { DepartureManifest } from './manifest';
import { figuresOf, isComplete } from './manifest-figures';

/**
 * Where the registration of a departure stands: complete; incomplete, which somebody has to mend; not yet, since its station registers on paper and
 * the ledger may still come (L-09); of no line or charter that is registered (L-01), so that what there is is voluntary; never left.
 */
export const standings = ['complete', 'incomplete', 'ledger-awaited', 'voluntary', 'cancelled'] as const;
export type Standing = (typeof standings)[number];

/**
 * What an incomplete departure lacks: its crew's confirmation; the ledger of its station, which is overdue or does not name everybody; of everybody missing
 * the scan of a ticket that they hold; registrations.
 */
export const lacks = ['confirmation', 'ledger', 'ticket-scans', 'registrations'] as const;
export type Lack = (typeof lacks)[number];

/** Where the registration of a departure stands. */
export interface Completeness {
  readonly standing: Standing;
  /** Of an incomplete one. */
  readonly lacks?: Lack;
  /** Until when the ledger may come; of what awaits one, and of what lacks one. */
  readonly ledgerBy?: Instant;
}

/** What is known of a line coach's line or of a charter. */
export interface ScopedService {
  readonly service: CoachService;
  /** Absent of charters, and of lines of which nobody said it. */
  readonly lineClass?: number;
}

/** L-01: whether departures of a line, or charters, are registered by the rules of their city. A line of unknown class is. */
export const isInScope = (
  { lineClasses, charters }: Pick<CoachRules, 'lineClasses' | 'charters'>,
  { service, lineClass }: ScopedService,
): boolean => (service === 'charter' ? charters : lineClass === undefined || lineClasses.includes(lineClass));

/** A departure as its completeness is judged. */
export interface JudgedDeparture {
  readonly manifest: DepartureManifest;
  /** Absent while its crew has not confirmed it. */
  readonly scoped?: ScopedService;
  readonly departsAt: Instant;
  /** Where it leaves, as far as that is a station of the list. */
  readonly stationId?: string;
  /** Sold ahead for it, and how many of their holders are registered; absent where nobody asked or none were. */
  readonly tickets?: { readonly sold: number; readonly registered: number };
}

/**
 * L-09, L-10: where the registration of a departure stands, by the ways of registration of the station that it leaves. Whatever the way, everybody aboard has to
 * be on its manifest; the ways say until when, and what is lacking where somebody is not.
 */
export function completenessOf(departure: JudgedDeparture, rules: CoachRules, now: Instant): Completeness {
  const { manifest, scoped, departsAt } = departure;
  if (manifest.departure.phase === 'cancelled') return { standing: 'cancelled' };
  if (!scoped) return { standing: 'incomplete', lacks: 'confirmation' };
  if (!isInScope(rules, scoped)) return { standing: 'voluntary' };
  const figures = figuresOf(manifest);
  if (isComplete(figures, rules.completePercent)) return { standing: 'complete' };
  const ways = waysOf(departure, rules);
  if (isOnPaper(ways)) {
    const ledgerBy = ledgerDue(departsAt, rules);
    return now < ledgerBy
      ? { standing: 'ledger-awaited', ledgerBy }
      : { standing: 'incomplete', lacks: 'ledger', ledgerBy };
  }
  const { sold, registered } = departure.tickets ?? { sold: 0, registered: 0 };
  const holdTickets = ways.includes('ticket') && figures.missing > 0 && sold - registered >= figures.missing;
  return { standing: 'incomplete', lacks: holdTickets ? 'ticket-scans' : 'registrations' };
}

/** Where a station is not of the list, whoever is aboard scans, as everywhere. */
function waysOf({ stationId }: JudgedDeparture, { stations }: CoachRules): CoachRules['stations'][number]['ways'] {
  return stations.find((station) => station.stationId === stationId)?.ways ?? ['scan'];
}

/** Only where paper is the one way is it waited for: with any other, whoever is missing can be registered before the coach leaves. */
const isOnPaper = (ways: readonly string[]): boolean => ways.every((way) => way === 'ledger');

/** When the ledger of a departure has to be in: so many civil days after its own have ended. */
const ledgerDue = (departsAt: Instant, { ledgerDueDays }: Pick<CoachRules, 'ledgerDueDays'>): Instant =>
  dayStart(addDays(dayOf(departsAt), ledgerDueDays + 1));

/** The last civil day whose ledgers have to be in. */
export const ledgersDueOf = (now: Instant, { ledgerDueDays }: Pick<CoachRules, 'ledgerDueDays'>) =>
  addDays(dayOf(now), -(ledgerDueDays + 1));

/** L-10: whether somebody has to be told that a departure is incomplete. */
export const isAmiss = ({ standing }: Completeness): boolean => standing === 'incomplete';
