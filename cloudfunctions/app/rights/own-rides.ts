import type { RiderCaller } from '@tongcheng/shared/caller';
import type { RefusedBoarding, RideView } from '@tongcheng/shared/rides/wire';
import type { Day } from '@tongcheng/shared/time';
import { membersOf } from '../identity/family/family-of';
import { asMemberHeld } from '../identity/family/member-of';
import { type HistoryNeeds, history } from '../rides/history';
import { cities } from '../venues/records';

/** What reading rides of every city takes. */
export type OwnRidesNeeds = HistoryNeeds;

interface OwnDay {
  readonly city: string;
  readonly day: Day;
  /** A member of the family, by masked name. */
  readonly member?: string;
}

/** A ride of the rider or of a member of the family, or a boarding of theirs that was refused (W-32). */
export type OwnRide = OwnDay & ({ readonly ride: RideView } | { readonly refused: RefusedBoarding });

const daysAtOnce = 7;

/** Every ride within retention, in every city: the rider's own, then each member's. */
export async function ownRides(needs: OwnRidesNeeds, caller: RiderCaller): Promise<readonly OwnRide[]> {
  const all: OwnRide[] = [];
  const members = caller.personId === undefined ? [] : await membersOf(needs.store, caller.personId);
  const { items } = await needs.store.find(cities, { where: {}, limit: 1_000 });
  for (const memberId of [undefined, ...members.map((member) => member.memberId)]) {
    const member = memberId === undefined ? undefined : await asMemberHeld(needs, caller, memberId);
    for (const { _id: city } of items)
      for await (const { day, rides, refusals = [] } of daysOf(needs, caller, city, memberId)) {
        const of = { city, day, ...(memberId !== undefined && { member: member?.maskedName ?? '' }) };
        all.push(...rides.map((ride) => ({ ...of, ride })), ...refusals.map((refused) => ({ ...of, refused })));
      }
  }
  return all;
}

async function* daysOf(needs: OwnRidesNeeds, caller: RiderCaller, city: string, memberId: string | undefined) {
  let before: Day | undefined;
  do {
    const page = await history(needs, caller, {
      city,
      days: daysAtOnce,
      ...(before !== undefined && { before }),
      ...(memberId !== undefined && { memberId }),
    });
    if (!page.ok) return;
    yield* page.value.days;
    before = page.value.nextBefore;
  } while (before !== undefined);
}
