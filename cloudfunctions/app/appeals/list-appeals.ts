import type * as api from '@tongcheng/shared/appeals/api';
import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { InputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import { overReadableDays } from '../../ports/damaged-days';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { scans } from '../rides/scan-record';
import type { UseCase } from '../use-case';
import type { VenueOf } from '../venues/cached-records';
import { type AppealRecord, appeals } from './appeal-record';
import { appealRow } from './appeal-view';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly venueOf: VenueOf;
}

/** A question names at most so many days; an appeal that old is long overdue, and its day nearly forgotten. */
const maxDays = 100;

/** The queue of a city, masked: the most pressing first, those that were answered the latest first. */
export const listAppeals: UseCase<typeof api.listAppeals, Needs> = async (needs, caller, input) => {
  if (!oversees(caller, cityScope(input.city))) return fail('city-unknown');
  const days = (await needs.store.days(appeals)).slice(-maxDays);
  if (days.length === 0) return ok({ appeals: [], waiting: 0, overdue: 0 });
  return overReadableDays(days, (readable) => listOf(needs, input, readable));
};

async function listOf(
  needs: Needs,
  { city, state, limit, after }: InputOf<typeof api.listAppeals>,
  days: readonly string[],
) {
  const day = { in: days };
  const direction = state === 'waiting' ? 'asc' : 'desc';
  const page = await needs.store.find(appeals, {
    where: { day, city, state },
    order: { by: 'dueAt', direction },
    limit,
    ...(after !== undefined && { after }),
  });
  const waits = { day, city, state: 'waiting' } as const;
  const rows = await Promise.all(page.items.map((record) => rowOf(needs, record)));
  return ok({
    appeals: rows.flat(),
    ...(page.next !== undefined && { next: page.next }),
    waiting: await needs.store.count(appeals, waits),
    overdue: await needs.store.count(appeals, { ...waits, dueAt: { lt: needs.clock.now() } }),
  });
}

async function rowOf({ store, vault, venueOf }: Needs, record: AppealRecord): Promise<readonly AppealRow[]> {
  const dayVault = await vault.day(record.city, record.day);
  const scan = await store.get(scans, record._id);
  return dayVault && scan ? [await appealRow(venueOf, dayVault, record, scan)] : [];
}
