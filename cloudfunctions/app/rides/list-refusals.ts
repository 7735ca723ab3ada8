import { boardingReasonText } from '@tongcheng/shared/reports/words';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import type { RefusalSum } from './feed/refusal-tally';
import { cityTally } from './live-figures';
import { type RefusalRecord, refusalsWithoutScan } from './refusal-record';

/** What listing refusals needs. */
export interface RefusalListNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/**
 * Who was refused and who was let on after all on a day of a city (W-04, W-32): people by mode, line and reason, by the verdict and by
 * staff, those who did not scan among them. The figures of the live screen and of the report.
 */
export const listRefusals: UseCase<typeof api.listRefusals, RefusalListNeeds> = async (needs, caller, input) => {
  const settings = await needs.cityOf(input.city);
  if (!settings || !oversees(caller, cityScope(input.city))) return fail('city-unknown');
  const now = needs.clock.now();
  const day = input.day ?? serviceDay(settings, now);
  const { city } = input;
  const { refusals } = await cityTally(needs.store, `${city}.${day}`, { day, city }, now);
  const sums = [...refusals.sums()];
  for (const refusal of await refusalsWithoutScan(needs.store, { day, city }))
    await addTo(sums, refusal, needs.venueOf);
  const rows = await Promise.all(sums.toSorted((a, b) => b.people - a.people).map((sum) => rowOf(sum, needs.venueOf)));
  const people = (outcome: RefusalSum['outcome']) =>
    sums.reduce((total, sum) => (sum.outcome === outcome ? total + sum.people : total), 0);
  return ok({ day, asOf: now, refused: people('refuse'), letOn: people('let-on'), rows });
};

/** One person who did not scan, to those who were refused for the same reason on the same line. */
async function addTo(sums: RefusalSum[], { venueId, reason }: RefusalRecord, venueOf: VenueOf): Promise<void> {
  const venue = await venueOf(venueId);
  if (!venue) return;
  const { mode, lineId } = venue;
  const at = sums.findIndex(
    (sum) =>
      sum.outcome === 'refuse' &&
      sum.by === 'staff' &&
      sum.mode === mode &&
      sum.lineId === lineId &&
      sum.reason === reason,
  );
  const found = sums[at];
  if (found) sums[at] = { ...found, people: found.people + 1 };
  else
    sums.push({
      outcome: 'refuse',
      by: 'staff',
      ...{ mode, venueId, reason, people: 1 },
      ...(lineId !== undefined && { lineId }),
    });
}

async function rowOf({ outcome, mode, lineId, venueId, by, reason, people }: RefusalSum, venueOf: VenueOf) {
  const line = (await venueOf(venueId))?.lineName ?? (lineId === undefined ? undefined : { zh: lineId, en: lineId });
  const told = outcome === 'refuse' ? 'refused' : outcome;
  return { mode, ...(line && { line }), outcome: told, by, why: boardingReasonText(reason), people } as const;
}
