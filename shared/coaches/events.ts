import type { Instant } from '../time';

/**
 * How somebody came to be on a manifest, from what proves least to what proves most: a ledger on paper or of another system, a statement typed by
 * whoever scanned, a ticket bought ahead, a rider for a member of their family, staff with the document in hand, a known rider.
 */
export const registrationSources = ['ledger', 'typed', 'ticket', 'family', 'staff', 'rider'] as const;
export type RegistrationSource = (typeof registrationSources)[number];

/** Scheduled line coach 班线 or tourist charter 包车 (L-01). */
export const coachServices = ['line', 'charter'] as const;
export type CoachService = (typeof coachServices)[number];

/**
 * How far from the way of its coach somebody was registered, from the nearest to the farthest: the code of one coach may be shown in another. Nothing
 * nearer is told of a place.
 */
export const offRouteBands = ['under-50-km', 'under-200-km', 'over-200-km'] as const;
export type OffRouteBand = (typeof offRouteBands)[number];

/** Why a coach left although fewer are registered than are aboard. Here and not beside the schemas, which phones do not load. */
export const incompleteReasons = ['refused-to-register', 'count-uncertain', 'no-network', 'by-order', 'other'] as const;

/** Why a departure never left. */
export const cancelReasons = ['no-passengers', 'coach-trouble', 'weather', 'by-order', 'other'] as const;

/** What every event of a departure says. Its maker gives it the id, so that a retry is the same event. */
interface Told {
  readonly eventId: string;
  /** When it happened, by the clock of whoever tells it. */
  readonly at: Instant;
  /** Who answers for it: an operator, staff without one, an account. What one did only the same may take back. */
  readonly by: string;
}

/** L-02: the crew confirm the departure. Its id is the departure's own, so there is one of it. */
export interface Opened extends Told {
  readonly kind: 'opened';
  readonly departsAt: Instant;
  readonly aboard: number;
  /** The mark of the coach's plate on that day. */
  readonly coach: string;
}

/** Somebody is registered for the departure. */
export interface Registered extends Told {
  readonly kind: 'registered';
  /** The pseudonym of the document on that day: the same document is the same passenger. */
  readonly passenger: string;
  readonly source: RegistrationSource;
  /** L-08: the arrival officer added them, who stood on no list. */
  readonly onArrival?: true;
  readonly seat?: string;
  /** Where they get on and off, as places of the journey: 0 the origin, then the stops, the destination last. Absent: the whole way. */
  readonly boardsAt?: number;
  readonly alightsAt?: number;
  /** L-07: staff registered a regular who agreed to it; the facts are the person's own. */
  readonly regular?: true;
  /** The phone was so far from the way of the coach when it registered; absent where it was near, said no place, or nothing could be compared. */
  readonly offRoute?: OffRouteBand;
  /** An earlier registration that this one corrects. */
  readonly replaces?: string;
}

/** What happens to a departure, as far as the manifest follows from it. */
export type ManifestEvent =
  | Opened
  | Registered
  | (Told & { readonly kind: 'aboard-counted'; readonly aboard: number })
  | (Told & { readonly kind: 'rescheduled'; readonly departsAt: Instant })
  | (Told & { readonly kind: 'coach-replaced'; readonly coach: string })
  | (Told & { readonly kind: 'departed'; readonly reason?: string })
  | (Told & { readonly kind: 'cancelled'; readonly reason?: string })
  | (Told & { readonly kind: 'withdrawn'; readonly registration: string })
  | (Told & { readonly kind: 'arrived' | 'closed' | 'reopened' })
  | (Told & { readonly kind: 'present' | 'absent'; readonly passenger: string });

/** The kinds of events. */
export type ManifestEventKind = ManifestEvent['kind'];

/** Those that are the crew's: they count only from whoever opened the departure. */
export const crewKinds = ['aboard-counted', 'rescheduled', 'coach-replaced', 'departed', 'cancelled'] as const;

/** Those that are the arrival officer's (L-08). */
export const arrivalKinds = ['arrived', 'present', 'absent', 'closed', 'reopened'] as const;
