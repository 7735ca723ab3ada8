import type { listReports as endpoint } from '@tongcheng/shared/reports/api';
import { reportKeyOf, type StoredReportKey } from '@tongcheng/shared/reports/report-key';
import { subjectFacts } from '@tongcheng/shared/reports/subjects';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import { addDays } from '@tongcheng/shared/time';
import { offers } from '@tongcheng/shared/venues/capabilities';
import type { Collection, Doc, DocumentStore, Stored, Where } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import { type ScopeNeeds, type ScopeSettings, scopeOf } from '../venues/scope-of';
import { recipientsOf } from './recipients/recipients-of';
import { deliveries, reports } from './records';
import { deliveryRow, reportRow } from './rows';

interface Needs extends ScopeNeeds {
  readonly store: DocumentStore;
}

const maxDays = 92;

/** Reports and deliveries of a city's or a province's days [from, to], both included, newest day first. */
export const listReports: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { city, level = 'city', from, to } = input;
  const scope = { level, code: city };
  const held = oversees(caller, scope) ? await scopeOf(needs, scope) : undefined;
  if (!held) return fail('city-unknown');
  if (to >= addDays(from, maxDays)) return fail('range-too-long');
  const where = { city, day: { gte: from, lte: to } } as const;
  const isOf = (row: StoredReportKey) => reportKeyOf(row).level === level;
  const found = (await gathered(needs.store, reports, where)).filter(isOf);
  const sent = (await gathered(needs.store, deliveries, where)).filter(isOf);
  const addresses = new Map((await recipientsOf(needs, scope)).map(({ _id, address }) => [_id, address]));
  return ok({
    reports: found.map(reportRow).reverse(),
    deliveries: sent.map((row) => deliveryRow(row, addresses.get(row.recipientId) ?? row.recipientId)).reverse(),
    subjects: subjectsOf(held),
  });
};

/** Subjects that are due there, by what is switched on. */
const subjectsOf = ({ level, settings }: ScopeSettings): string[] =>
  Object.entries(subjectFacts).flatMap(([name, facts]) =>
    facts.level === level && offers(settings, facts.capability) ? [name] : [],
  );

async function gathered<D extends Doc & { readonly day: string }>(
  store: DocumentStore,
  from: Collection<D>,
  where: Where<D>,
): Promise<readonly Stored<D>[]> {
  const all: Stored<D>[] = [];
  for await (const batch of store.stream(from, { where, order: { by: 'day', direction: 'asc' } })) all.push(...batch);
  return all;
}
