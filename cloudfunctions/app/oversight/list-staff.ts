import { idTime, newId } from '@tongcheng/shared/ids';
import type { listStaff as endpoint } from '@tongcheng/shared/oversight/api';
import type { StaffRow } from '@tongcheng/shared/oversight/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { minuteMs } from '@tongcheng/shared/time';
import { type OpenSessionsNeeds, openSessionsOf, staffSessionMs } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { grantRow } from './grant-row';
import { type StaffRecord, staffMembers } from './staff-record';

interface Needs extends OpenSessionsNeeds {
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/** So many subjects in one question to the store. */
const asked = 100;
/** Between the record of somebody and their session, and between the clocks of two hosts. */
const marginMs = minuteMs;

/**
 * Staff of a city of the caller who are signed in, the latest first. Their ids begin with the time of signing in and
 * no session outlives a shift, so that only a shift's records are read however many there ever were.
 */
export const listStaff: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, search, limit, after }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  const first = newId(needs.clock.now() - staffSessionMs - marginMs, (size) => new Uint8Array(size));
  const where = { city, _id: { gte: first, ...(after !== undefined && { lt: after }) } };
  const staff: StaffRow[] = [];
  for await (const batch of needs.store.stream(staffMembers, { where, order: { by: '_id', direction: 'desc' } })) {
    const named = batch.filter(({ displayName }) => displayName.toLowerCase().includes((search ?? '').toLowerCase()));
    for (let from = 0; from < named.length; from += asked) {
      staff.push(...(await signedIn(needs, named.slice(from, from + asked))));
      const last = staff[limit - 1];
      if (last) return ok({ staff: staff.slice(0, limit), next: last.staffId });
    }
  }
  return ok({ staff });
};

async function signedIn(needs: Needs, some: readonly StaffRecord[]): Promise<readonly StaffRow[]> {
  const holding = some.filter(({ revokedAt }) => revokedAt === undefined);
  const open = await openSessionsOf(
    needs,
    holding.map(({ _id }) => _id),
  );
  const ends = new Map(open.map(({ subject, expiresAt }) => [subject, expiresAt]));
  const rows = holding.map(async (record): Promise<readonly StaffRow[]> => {
    const sessionEndsAt = ends.get(record._id);
    if (sessionEndsAt === undefined) return [];
    const { _id: staffId, displayName } = record;
    return [{ staffId, displayName, ...(await grantRow(needs, record)), signedInAt: idTime(staffId), sessionEndsAt }];
  });
  return (await Promise.all(rows)).flat();
}
