import { ledgersDueOf } from '@tongcheng/shared/coaches/completeness';
import { offRouteCount } from '@tongcheng/shared/coaches/off-route';
import type {
  DayDeparture,
  listDayDepartures as endpoint,
  OfficialDeparture,
} from '@tongcheng/shared/coaches/officials-api';
import { maskPlate } from '@tongcheng/shared/identity/masks';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { DayVault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import { type ConfirmedNeeds, confirmations } from './confirmed-by';
import type { CoachNeeds } from './deliver-events';
import { departureView, type Judging } from './departure-view';
import { departuresOfDay } from './departures-of-day';
import { departureFrom, type ReadDeparture } from './read-departure';
import { ticketFiguresOf } from './ticketing/tickets-for';

/** Departures that leave a city on a day, for its bureau. No key is made for a day of which nobody told anything. */
export const listDayDepartures: UseCase<typeof endpoint, CoachNeeds & ConfirmedNeeds> = async (
  needs,
  caller,
  { city, day, limit, after },
) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const { rules } = place.value;
  const now = needs.clock.now();
  const ledgersDue = ledgersDueOf(now, rules);
  const reads: ReadDeparture[] = [];
  let next: string | undefined;
  for await (const records of departuresOfDay(needs.store, city, day, after)) {
    const [{ departureId } = { departureId: '' }] = records;
    if (reads.length === limit) next = reads.at(-1)?.departureId;
    if (next !== undefined) break;
    reads.push(departureFrom(city, departureId, records));
  }
  if (reads.length === 0) return ok({ departures: [], forgotten: false, ledgersDue });
  const vault = await needs.vault.day(city, day, 'coach');
  if (!vault) return ok({ departures: [], forgotten: true, ledgersDue });
  const departures = await dayDepartures(needs, vault, reads, { rules, now });
  return ok({ departures, ...(next !== undefined && { next }), forgotten: false, ledgersDue });
};

async function dayDepartures(
  needs: CoachNeeds & ConfirmedNeeds,
  vault: DayVault,
  reads: readonly ReadDeparture[],
  judging: Judging,
): Promise<DayDeparture[]> {
  const confirmedBy = confirmations(needs);
  const soldFor = await ticketFiguresOf(needs.store, reads);
  const departures: DayDeparture[] = [];
  for (const read of reads) {
    const confirmed = await confirmedBy(read);
    departures.push({
      ...maskedView(vault, read, { ...judging, tickets: soldFor(read) }),
      ...(confirmed && { confirmed }),
    });
  }
  return departures;
}

/** A departure as officials see it. */
export function maskedView(vault: DayVault, read: ReadDeparture, judging: Judging): OfficialDeparture {
  const view = departureView(vault, read, judging);
  const offRoute = offRouteCount(read.manifest);
  return {
    ...view,
    ...(view.plate !== undefined && { plate: maskPlate(view.plate) }),
    ...(offRoute > 0 && { offRoute }),
  };
}
