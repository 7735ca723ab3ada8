import type { listReports as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import { addDays } from '@tongcheng/shared/time';
import type { Collection, Doc, DocumentStore, Stored, Where } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/city-of';
import { deliveries, recipients, reports } from './records';
import { deliveryRow, reportRow } from './rows';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
}

const mostDays = 92;

/** Reports and deliveries of a city's days [from, to], both included, newest day first. */
export const listReports: UseCase<typeof endpoint, Needs> = async ({ store, cityOf }, caller, { city, from, to }) => {
  if (!caller.cities.includes(city) || !(await cityOf(city))) return fail('city-unknown');
  if (to >= addDays(from, mostDays)) return fail('range-too-long');
  const where = { city, day: { gte: from, lte: to } } as const;
  const found = await gathered(store, reports, where);
  const sent = await gathered(store, deliveries, where);
  const { items } = await store.find(recipients, { where: { city }, limit: 1_000 });
  const addresses = new Map(items.map(({ _id, address }) => [_id, address]));
  return ok({
    reports: found.map(reportRow).reverse(),
    deliveries: sent.map((row) => deliveryRow(row, addresses.get(row.recipientId) ?? row.recipientId)).reverse(),
  });
};

async function gathered<D extends Doc & { readonly day: string }>(
  store: DocumentStore,
  from: Collection<D>,
  where: Where<D>,
): Promise<readonly Stored<D>[]> {
  const all: Stored<D>[] = [];
  for await (const batch of store.stream(from, { where, order: { by: 'day', direction: 'asc' } })) all.push(...batch);
  return all;
}
