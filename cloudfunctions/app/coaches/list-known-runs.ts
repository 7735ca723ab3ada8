import type { listKnownRuns as endpoint, KnownLine } from '@tongcheng/shared/coaches/runs-api';
import { fail, ok } from '@tongcheng/shared/result';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import { openedPlate } from './crew-facts';
import type { CoachNeeds } from './deliver-events';
import { departureEvents, type OpenedDetails } from './departure-event-record';
import { markOfStaff } from './record-event';

/** A line that runs weekly is among them. */
const daysBack = 7;
/** As many confirmations are looked at, and as many of each are told: a crew chooses by a touch, nobody reads a register. */
const [mostRead, mostTold] = [200, 20] as const;

/**
 * L-02: a new departure is prefilled from the vehicles and lines of the crew's operator: those that its crews confirmed in the last seven days. Nothing is
 * kept for it, and no crew's name or phone is told; whoever belongs to no operator is told what they confirmed themselves.
 */
export const listKnownRuns: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, _input) => {
  const { city } = caller;
  const place = await coachCity(needs, city);
  if (!place.ok) return fail(place.failure.code);
  const today = dayOf(needs.clock.now());
  const by = markOfStaff(caller);
  const [vehicles, lines] = [new Set<string>(), new Map<string, KnownLine>()];
  let read = 0;
  for (let back = -1; back < daysBack && read < mostRead; back += 1) {
    const day = addDays(today, -back);
    const { items } = await needs.store.find(departureEvents, {
      where: { day, city, by, kind: 'opened' },
      limit: mostRead - read,
    });
    const vault = items.length === 0 ? undefined : await needs.vault.day(city, day, 'coach');
    if (!vault) continue;
    read += items.length;
    for (const record of items.toReversed()) {
      vehicles.add(openedPlate(vault, record));
      const line = record.details && lineOf(record.details);
      if (line && !lines.has(JSON.stringify(line))) lines.set(JSON.stringify(line), line);
    }
  }
  return ok({ vehicles: [...vehicles].slice(0, mostTold), lines: [...lines.values()].slice(0, mostTold) });
};

const lineOf = ({ service, serviceNumber, origin, destination, stops }: OpenedDetails): KnownLine => ({
  ...{ service, serviceNumber, origin, destination },
  stops: [...stops],
});
