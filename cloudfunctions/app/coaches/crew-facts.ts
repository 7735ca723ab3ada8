import { CrewFacts } from '@tongcheng/shared/coaches/wire';
import type * as z from 'zod';
import type { DayVault } from '../../vault/vault';
import type { DepartureEventRecord } from './departure-event-record';
import type { ReadDeparture } from './read-departure';

/** A ledger knows the plate of a coach and need not name its driver. */
const KeptCoach = CrewFacts.partial({ driver: true });

/** What the crew, or a ledger, told of the coach, opened. */
const crewFactsIn = (
  day: DayVault,
  { _id, sealed }: Pick<DepartureEventRecord, '_id' | 'sealed'>,
): z.output<typeof KeptCoach> => KeptCoach.parse(JSON.parse(day.openText(_id, sealed ?? '')));

/** The plate that a crew's confirmation names. */
export const openedPlate = (day: DayVault, opened: Pick<DepartureEventRecord, '_id' | 'sealed'>): string =>
  crewFactsIn(day, opened).plate;

/** The plate of the coach that runs a departure now; undefined while its crew's confirmation has not arrived. */
export function plateOf(day: DayVault, { records, manifest }: ReadDeparture): string | undefined {
  const mark = manifest.coaches[manifest.coaches.length - 1];
  const told = records.find(({ coach }) => coach !== undefined && coach === mark);
  return told && crewFactsIn(day, told).plate;
}
