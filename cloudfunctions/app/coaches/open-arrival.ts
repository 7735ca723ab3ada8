import type { StaffCaller } from '@tongcheng/shared/caller';
import type * as api from '@tongcheng/shared/coaches/api';
import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import { alightsIn } from '@tongcheng/shared/coaches/reached-places';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { UseCase } from '../use-case';
import { plateOf } from './crew-facts';
import { departuresReaching } from './departure-stop-record';
import { departsAtOf, departureView } from './departure-view';
import { manifestRow } from './manifest-row';
import { type ReadDeparture, readDeparture } from './read-departure';
import type { ResolveNeeds } from './resolve-departure';
import { isOnlyStopOf, staffDeparture } from './staff-departure';
import { ticketFigures } from './ticketing/tickets-for';
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
  const atStop = isOnlyStopOf(read.opened, caller.city);
  const rows = expectedIn(read, caller.city, atStop).map((each) => manifestRow(day, read, each));
  const tickets = await ticketFigures(needs.store, read);
  const judging = { rules: place.rules, now: needs.clock.now(), tickets };
  return ok({ departure: departureView(day, read, judging), rows, ...(atStop && { atStop }) });
};

/** At its destination everybody on the manifest; at a stop on the way those who get off there, and who was added there. */
function expectedIn({ opened, manifest }: ReadDeparture, city: string, atStop: boolean): readonly Passenger[] {
  const details = opened?.details;
  if (!atStop || !details) return manifest.passengers;
  return manifest.passengers.filter(({ best }) => alightsIn(details, city, best));
}

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
  const found: (Named & { readonly isOver: boolean; readonly departsAt: number })[] = [];
  for (const named of await departuresReaching(needs.store, city, [addDays(today, -1), today])) {
    const day = await needs.vault.day(named.city, named.day, 'coach');
    const read = await readDeparture(needs.store, named.city, named.departureId);
    if (!day || plateOf(day, read) !== plate) continue;
    const { phase } = read.manifest.departure;
    const isOver = phase === 'closed' || phase === 'cancelled';
    found.push({ city: named.city, departureId: named.departureId, isOver, departsAt: departsAtOf(read) });
  }
  const [best] = found.sort(
    (one, other) => Number(one.isOver) - Number(other.isOver) || other.departsAt - one.departsAt,
  );
  return best ? ok({ city: best.city, departureId: best.departureId }) : fail('departure-unknown');
}
