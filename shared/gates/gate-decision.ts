import type { Eligibility } from '../eligibility';
import { decide } from '../rides/decide';
import type { Decision, ReasonCode } from '../rides/meanings';
import type { AdmissionTerms } from '../rides/rules/check';
import { dayMs, hourMs, type Instant } from '../time';
import type { GatePlace } from './gate-place';
import { clockToleranceMs, type HeldSet } from './held-set';
import { type CardStatus, cardStatus, oldestTestHours, type StatusClass } from './status-byte';

/** Why a gate opened or did not, where no reason of a verdict says it. */
export const gateGrounds = [
  /** A fire or power alarm: every gate opens. */
  'alarm',
  /** On the way out nobody is held. */
  'exit',
  /** No admission rule holds at the place. */
  'no-rule',
  /** A kind of card that passes here unlinked. */
  'passing-kind',
  /** All that the rule asks for is met. */
  'met',
  'card-not-linked',
  'card-blocked',
  'card-ambiguous',
  /** The byte means nothing to this release, or says less than the rule must know. */
  'status-unreadable',
  /** The gate holds no set, as after a start without the network. */
  'set-absent',
  'set-too-old',
  /** The gate's clock is behind its own set, or its machine's clocks have drifted apart. */
  'clock-wrong',
  /** The server no longer takes this gate for one of its own. */
  'gate-revoked',
  /** The tap cannot be kept: the disk is full, or too many wait for the network. */
  'not-recordable',
  /** More taps than riders make: somebody tries numbers. */
  'tapped-too-fast',
] as const;
export type GateGround = (typeof gateGrounds)[number] | ReasonCode;

/** What a gate does about a tap, and why: `refer` and `refuse` both keep it shut, the one for staff to decide, the other known. */
export interface GateDecision {
  readonly decision: Decision;
  readonly ground: GateGround;
}

/** One tap as the gate knows it. */
export interface GateTap {
  /** Kind of the card, as the reader tells it. */
  readonly kind: string;
  /** Status byte in the set; undefined when the card is not in it. */
  readonly status: number | undefined;
  readonly now: Instant;
  /** A fire or power alarm is on. */
  readonly alarm: boolean;
  /** What the gate knows against itself: nobody is let in by its word. */
  readonly doubt?: GateDoubt;
}

/** Why a gate does not trust itself, whatever its set says. */
export type GateDoubt = Extract<GateGround, 'clock-wrong' | 'gate-revoked' | 'tapped-too-fast'>;

/**
 * What the gate does (B-06, B-07): pure, by what it holds, with no network. The rule is asked as it is for every verdict (`rides/decide`). Whatever
 * the gate cannot know goes to staff: no set or an old one, a wrong clock, an hour within which a test runs out.
 */
export function gateDecision(place: GatePlace, held: Pick<HeldSet, 'header'> | undefined, tap: GateTap): GateDecision {
  const open = opensWithoutAsking(place, tap);
  if (open) return { decision: 'admit', ground: open };
  const doubt = tap.doubt ?? doubtOf(place, held, tap.now);
  if (doubt) return { decision: 'refer', ground: doubt };
  if (tap.status === undefined) return { decision: 'refuse', ground: 'card-not-linked' };
  return decidedBy(place.terms ?? { requires: [] }, cardStatus(tap.status, tap.now), tap.now);
}

function opensWithoutAsking({ direction, terms, passingKinds }: GatePlace, { alarm, kind }: GateTap) {
  if (alarm) return 'alarm';
  if (direction === 'exit') return 'exit';
  if (!terms) return 'no-rule';
  return passingKinds.includes(kind) ? 'passing-kind' : undefined;
}

function doubtOf({ longestAgeMs }: GatePlace, held: Pick<HeldSet, 'header'> | undefined, now: Instant) {
  if (!held) return 'set-absent';
  const { madeAt, testsSince } = held.header;
  if (now < madeAt - clockToleranceMs) return 'clock-wrong';
  return now - madeAt > longestAgeMs || now - testsSince > oldestTold ? 'set-too-old' : undefined;
}

/** Older tests than this would be read as new ones. */
const oldestTold = oldestTestHours * hourMs + (dayMs * 3) / 4;

function decidedBy(terms: AdmissionTerms, status: CardStatus, now: Instant): GateDecision {
  switch (status.state) {
    case 'blocked':
      return { decision: 'refuse', ground: 'card-blocked' };
    case 'ambiguous':
      return { decision: 'refer', ground: 'card-ambiguous' };
    case 'unreadable':
      return { decision: 'refer', ground: 'status-unreadable' };
    case 'tested':
      return testedWithin(terms, status, now);
    default:
      return byRule(terms, factsOf(status.state), now);
  }
}

/** A byte tells the hour of a test only: where the hour's beginning and end lead to two decisions, staff decide. */
function testedWithin(terms: AdmissionTerms, { from, before }: TestHour, now: Instant): GateDecision {
  if (from > now) return { decision: 'refer', ground: 'clock-wrong' };
  const earliest = byRule(terms, negative(from), now);
  const latest = byRule(terms, negative(Math.min(before - 1, now)), now);
  return earliest.decision === latest.decision ? earliest : { decision: 'refer', ground: earliest.ground };
}
type TestHour = Extract<CardStatus, { readonly state: 'tested' }>;

function byRule(terms: AdmissionTerms, facts: Eligibility, now: Instant): GateDecision {
  const { decision, reasons } = decide(terms, { ...facts, code: 'valid' }, now);
  return { decision, ground: reasons[0] ?? 'met' };
}

/** A status that holds: its own times end with the set's age, not here. */
const holding = (colour: 'green' | 'yellow' | 'red') =>
  ({ colour, issuedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, source: 'card-set' }) as const;

const negative = (takenAt: Instant): Eligibility => ({
  identity: true,
  status: holding('green'),
  test: { result: 'negative', takenAt },
});

function factsOf(state: Exclude<StatusClass, 'blocked' | 'ambiguous'>): Eligibility {
  switch (state) {
    case 'green-untested':
      return { identity: true, status: holding('green'), test: null };
    case 'green-positive':
      return { identity: true, status: holding('green'), test: { result: 'positive', takenAt: 0 } };
    case 'yellow':
    case 'red':
      return { identity: true, status: holding(state), test: 'unavailable' };
    case 'unidentified':
      return { identity: false, status: 'unavailable', test: 'unavailable' };
    case 'unknown':
      return { identity: true, status: 'unavailable', test: 'unavailable' };
  }
}
