import type * as api from '@tongcheng/shared/publications/api';
import type { RidershipRow } from '@tongcheng/shared/publications/wire';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { venues } from '../venues/records';
import { ridershipFigures, ridershipId } from './ridership/ridership-record';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

/** Days offered to choose from. */
const listedDays = 90;

/** The open figures of a day, with the names that lines and stops have now. */
export const ridership: UseCase<typeof api.ridership, Needs> = async ({ store, cityOf }, _caller, { city, day }) => {
  if (!(await cityOf(city))) return fail('city-unknown');
  const order = { by: 'day', direction: 'desc' } as const;
  const { items } = await store.find(ridershipFigures, { where: { city }, order, limit: listedDays });
  const days = items.map((each) => each.day);
  const found = day === undefined ? items[0] : await store.get(ridershipFigures, ridershipId(day, city));
  if (!found) return day === undefined ? ok({ days }) : fail('day-not-published');
  const { publishedAt, smallestCell } = found;
  const rows = await namedRows(store, city, found.rows);
  return ok({ days, figures: { day: found.day, publishedAt, smallestCell, rows } });
};

/** Names by one walk over the city's venues: those of stops by their ids, those of lines by any venue that they have. */
async function namedRows(store: DocumentStore, city: string, rows: readonly RidershipRow[]): Promise<RidershipRow[]> {
  const [lines, stops] = [new Map<string, RidershipRow['lineName']>(), new Map<string, RidershipRow['stopName']>()];
  const named = new Set(rows.flatMap(({ stop }) => (stop === undefined ? [] : [stop])));
  for await (const batch of store.stream(venues, { where: { city } }))
    for (const { _id, name, lineId, lineName } of batch) {
      if (lineId !== undefined && lineName) lines.set(lineId, lineName);
      if (named.has(_id)) stops.set(_id, name);
    }
  return rows.map((row) => {
    const [lineName, stopName] = [lines.get(row.line ?? ''), stops.get(row.stop ?? '')];
    return { ...row, ...(lineName && { lineName }), ...(stopName && { stopName }) };
  });
}
