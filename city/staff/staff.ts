import { newId } from '@tongcheng/shared/ids';
import type { ExceptionReason, RefusalReason } from '@tongcheng/shared/rides/boarding-reasons';
import type { Decision } from '@tongcheng/shared/rides/meanings';
import { diceOf } from '../chance';
import type { PlannedScan } from '../journeys/planned-journey';
import type { Network } from '../network/network';
import type { Person } from '../people/person';
import type { LedgerWriter } from '../simulation/ledger';
import { type DeskNeeds, desksOf, type StaffDesk } from './desk';
import { postsOf } from './post';
import { helpShares } from './shares';

/** Staff of the whole city: they register whoever has no phone, and outdo a verdict where they have to. */
export interface CityStaff {
  /** Registers somebody without a phone where they get on; gives what came of it, undefined when it came to nothing. */
  register(person: Person, planned: PlannedScan): Promise<Decision | undefined>;
  /** What staff make of a verdict that they see: the same mostly. */
  decide(person: Person, planned: PlannedScan, scanId: string, verdict: Decision): Promise<Decision>;
}

/** What staff take. */
export interface StaffNeeds extends DeskNeeds {
  readonly network: Network;
  readonly ledger: LedgerWriter;
}

const turningAway: readonly (readonly [RefusalReason, number])[] = [
  ['not-the-holder', 70],
  ['test', 10],
  ['other', 20],
];
const lettingOn: readonly (readonly [ExceptionReason, number])[] = [
  ['document-seen', 30],
  ['proof-seen', 45],
  ['emergency', 15],
  ['by-order', 10],
];

/** Whether staff stand where this is scanned: where people get on. */
export const isBoarding = ({ step, code }: PlannedScan): boolean =>
  code === 'posted' && (step === 'board' || step === 'enter');

/** The staff of a network; what they do follows from the seed, the person and the instant. */
export const staffOf = (needs: StaffNeeds): CityStaff => {
  const posts = postsOf(needs.network);
  const deskOf = desksOf(needs);
  return {
    register: async (person, planned) => {
      const post =
        person.helpedBy === 'community-worker' ? posts.communityWorkerAt(planned.venueId) : posts.at(planned.venueId);
      const desk = post && (await deskOf(post));
      return desk && register(needs, desk, person, planned);
    },
    decide: async (person, planned, scanId, verdict) => {
      const decided = decisionOf(needs.seed, person, planned, verdict);
      const post = decided && posts.at(planned.venueId);
      const desk = post && (await deskOf(post));
      if (!decided || !desk) return verdict;
      const isDone = await record(needs, desk, { person, planned, scanId, decided });
      if (!isDone) return verdict;
      return decided.outcome === 'let-on' ? 'admit' : 'refuse';
    },
  };
};

const idOf = ({ seed }: StaffNeeds, what: string, person: Person, { at }: PlannedScan): string =>
  newId(at, (size) => diceOf('ids', seed, what, person.index, at).bytes(size));

async function register(
  needs: StaffNeeds,
  { client, staff, venueOf }: StaffDesk,
  person: Person,
  planned: PlannedScan,
): Promise<Decision | undefined> {
  const { name, documentKind, documentNumber, health } = person;
  const { venueId, at: enteredAt, party } = planned;
  const answer = await client.call('rides.register-for', {
    scanId: idOf(needs, 'register', person, planned),
    ...{ venueId, enteredAt, sentAt: Math.max(needs.now(), enteredAt) },
    ...(party !== undefined && { party }),
    whom: { by: 'document', name, documentKind, documentNumber },
    // Whoever has no status of their own mostly brings the paper from their community.
    ...(health.colour === null && { shown: { proof: 'community-certificate', colour: 'green' } as const }),
  });
  if (!answer.ok) {
    needs.ledger.staffRefused('rides.register-for', answer.failure.code);
    return undefined;
  }
  const venue = venueOf(venueId);
  if (venue) needs.ledger.registered(person.index, venue, answer.value.item, staff);
  return answer.value.item.decision;
}

type Decided =
  | { readonly outcome: 'let-on'; readonly reason: ExceptionReason }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason };

function decisionOf(seed: string, { index }: Person, { at }: PlannedScan, verdict: Decision): Decided | undefined {
  const dice = diceOf(seed, 'staff decides', index, at);
  switch (verdict) {
    case 'refuse':
      return dice.happens(helpShares.letOn) ? { outcome: 'let-on', reason: dice.weighted(lettingOn) } : undefined;
    case 'refer':
      return dice.happens(helpShares.turnedAwayOfReferred) ? { outcome: 'refused', reason: 'status-grey' } : undefined;
    case 'admit':
      return dice.happens(helpShares.turnedAwayOfAdmitted)
        ? { outcome: 'refused', reason: dice.weighted(turningAway) }
        : undefined;
  }
}

interface Deciding {
  readonly person: Person;
  readonly planned: PlannedScan;
  readonly scanId: string;
  readonly decided: Decided;
}

async function record(
  needs: StaffNeeds,
  { client, staff }: StaffDesk,
  { person, planned, scanId, decided }: Deciding,
): Promise<boolean> {
  const { venueId } = planned;
  const id = idOf(needs, decided.outcome, person, planned);
  const answer =
    decided.outcome === 'let-on'
      ? await client.call('rides.record-exception', { exceptionId: id, venueId, scanId, reason: decided.reason })
      : await client.call('rides.record-refusal', { refusalId: id, venueId, scanId, reason: decided.reason });
  if (answer.ok) needs.ledger.decided(scanId, { ...decided, by: staff });
  else needs.ledger.staffRefused('staff decides', answer.failure.code);
  return answer.ok;
}
