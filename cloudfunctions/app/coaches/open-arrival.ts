import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { UseCase } from '../use-case';
import { plateOf } from './crew-facts';
import { departureEvents } from './departure-event-record';
import { departsAtOf, departureView } from './departure-view';
import { manifestRow } from './manifest-row';
import { readDeparture } from './read-departure';
import type { ResolveNeeds } from './resolve-departure';
import { staffDeparture } from './staff-departure';
import { verifyDepartureCode } from './verify-departure-code';

type Sought = ParsedInputOf<typeof api.openArrival>['sought'];
interface Named {
  readonly city: string;
  readonly departureId: string;
}

/** L-08: the arrival officer opens a trip that comes to their city and sees its manifest, masked. The trip’s own code serves also after its crew signed out. */
export const openArrival: UseCase<typeof api.openArrival, ResolveNeeds> = async (needs, caller, { sought }) => {
  const named = await nameOf(needs, caller, sought);
  if (!named.ok) return named;
  const found = await staffDeparture(needs, caller, named.value);
  if (!found.ok) return found;
  const { read, day, place } = found.value;
  const rows = read.manifest.passengers.map((each) => manifestRow(day, read, each));
  return ok({ departure: departureView(day, read, place.rules), rows });
};

async function nameOf(
  needs: ResolveNeeds,
  caller: StaffCaller,
  sought: Sought,
): Promise<Result<Named, 'departure-code-unknown' | 'departure-code-forged' | 'departure-unknown'>> {
  switch (sought.by) {
    case 'departure':
      return ok({ city: sought.city, departureId: sought.departureId });
    case 'code': {
      const code = verifyDepartureCode(needs.signingKeys, sought.code);
      return code.ok ? ok({ city: code.value.fields.city, departureId: code.value.fields.departureId }) : code;
    }
    case 'plate':
      return ofPlate(needs, caller, sought.plate);
  }
}

/** Of the coach's trips of today and yesterday to this city, the one that is not verified yet, the latest first. */
async function ofPlate(needs: ResolveNeeds, { city }: StaffCaller, plate: string) {
  const today = dayOf(needs.clock.now());
  const where = { day: { in: [addDays(today, -1), today] }, destinationCity: city };
  const found: (Named & { readonly isOver: boolean; readonly departsAt: number })[] = [];
  for await (const batch of needs.store.stream(departureEvents, { where }))
    for (const opened of batch) {
      const day = await needs.vault.day(opened.city, opened.day, 'coach');
      const read = await readDeparture(needs.store, opened.city, opened.departureId);
      if (!day || plateOf(day, read) !== plate) continue;
      const { phase } = read.manifest.departure;
      const isOver = phase === 'closed' || phase === 'cancelled';
      found.push({ city: opened.city, departureId: opened.departureId, isOver, departsAt: departsAtOf(read) });
    }
  const [best] = found.sort(
    (one, other) => Number(one.isOver) - Number(other.isOver) || other.departsAt - one.departsAt,
  );
  return best ? ok({ city: best.city, departureId: best.departureId }) : fail('departure-unknown');
}
