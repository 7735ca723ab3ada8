import { newId } from '@tongcheng/shared/ids';
import type { Decision } from '@tongcheng/shared/rides/meanings';
import { diceOf } from '../chance';
import type { PlannedScan } from '../journeys/planned-journey';
import type { Network } from '../network/network';
import type { Person } from '../people/person';
import type { LedgerWriter } from '../simulation/ledger';
import { type DeskNeeds, desksOf, type StaffDesk } from './desk';
import { postsOf } from './post';

/** Staff of the whole city: they register whoever has no phone. */
export interface CityStaff {
  /** Registers somebody without a phone where they get on; gives what came of it, undefined when it came to nothing. */
  register(person: Person, planned: PlannedScan): Promise<Decision | undefined>;
}

/** What staff take. */
export interface StaffNeeds extends DeskNeeds {
  readonly network: Network;
  readonly ledger: LedgerWriter;
}

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
