import type { StaffCaller } from '@tongcheng/shared/caller';
import { isInScope } from '@tongcheng/shared/coaches/completeness';
import type { listKnownRuns as endpoint, KnownLine } from '@tongcheng/shared/coaches/runs-api';
import { fail, ok } from '@tongcheng/shared/result';
import { addDays, dayOf } from '@tongcheng/shared/time';
import type { CoachRules } from '@tongcheng/shared/venues/coach-rules';
import type { UseCase } from '../use-case';
import { coachCity } from './coach-city';
import { openedPlate } from './crew-facts';
import type { CoachNeeds } from './deliver-events';
import { departureEvents, type OpenedDetails } from './departure-event-record';
import { linesOfOperator, vehiclesOf } from './fleet/fleet-of';
import { lineKey } from './fleet/fleet-record';
import { markOfStaff } from './record-event';

/** A line that runs weekly is among them. */
const daysBack = 7;
/** As many confirmations are looked at, and as many of each are told that are not of the operator's list. */
const [mostRead, mostTold] = [200, 20] as const;
/** As many entries of the operator's list are told, those that ran lately first: a phone keeps them for when there is no network. */
const mostListed = 300;

/**
 * L-02: a new departure is prefilled from the vehicles and lines of the crew's operator: those that its crews confirmed in the last seven days, the latest
 * first, then the others of the operator's list. What is out of use there is not offered, nor a line whose class the city has not registered.
 * No crew's name or phone is told; whoever belongs to no operator is told what they confirmed themselves.
 */
export const listKnownRuns: UseCase<typeof endpoint, CoachNeeds> = async (needs, caller, _input) => {
  const { city, operatorId } = caller;
  const place = await coachCity(needs, city);
  if (!place.ok) return fail(place.failure.code);
  const { vehicles, lines } = await latelyRun(needs, caller);
  if (operatorId === undefined) return ok({ vehicles, lines, seats: [] });
  const [listed, kept] = await Promise.all([
    vehiclesOf(needs, operatorId),
    listedLines(needs, operatorId, place.value.rules),
  ]);
  const ended = new Set(listed.filter(({ outOfUse }) => outOfUse).map(({ facts }) => facts.plate));
  const known = listed.filter(({ outOfUse }) => !outOfUse).map(({ facts }) => facts);
  const plates = new Set([...vehicles.filter((plate) => !ended.has(plate)), ...known.map(({ plate }) => plate)]);
  const told = [...plates].slice(0, mostListed);
  const byKey = new Map(
    [...lines.filter((line) => !kept.ended.has(lineKey(line))), ...kept.lines].map((line) => [
      JSON.stringify(line),
      line,
    ]),
  );
  return ok({
    vehicles: told,
    lines: [...byKey.values()].slice(0, mostListed),
    seats: known.filter(({ plate }) => told.includes(plate)).map(({ plate, seats }) => ({ plate, seats })),
  });
};

/** What the operator's crews, or the caller alone, confirmed lately. */
async function latelyRun(needs: CoachNeeds, caller: StaffCaller) {
  const { city } = caller;
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
  return { vehicles: [...vehicles].slice(0, mostTold), lines: [...lines.values()].slice(0, mostTold) };
}

/** The lines of an operator's list that crews may choose, and the keys of those that they may not any more. */
async function listedLines(needs: CoachNeeds, operatorId: string, rules: CoachRules) {
  const all = await linesOfOperator(needs, operatorId);
  const isOffered = (line: (typeof all)[number]) => !line.outOfUse && isInScope(rules, line);
  return {
    lines: all.filter(isOffered).map(lineOf),
    ended: new Set(all.filter((line) => !isOffered(line)).map(lineKey)),
  };
}

const lineOf = ({ service, serviceNumber, origin, destination, stops }: Omit<OpenedDetails, 'outside'>): KnownLine => ({
  ...{ service, serviceNumber, origin, destination },
  stops: [...stops],
});
