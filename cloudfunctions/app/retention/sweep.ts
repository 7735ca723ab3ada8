import { newId } from '@tongcheng/shared/ids';
import { addDays, type Day, dayMs, dayOf } from '@tongcheng/shared/time';
import type { AnyCollection } from '../../ports/any-collection';
import type { Clock } from '../../ports/clock';
import type { Collection, Doc, DocumentStore, Where } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { type ErasedKey, erasureFields } from '../../ports/key-store';
import type { ObjectStore } from '../../ports/object-store';
import type { DayScope, Vault } from '../../vault/vault';
import { forgetPastReports, forgetReports } from '../reports/forget-reports';
import { scans } from '../rides/scan-record';
import { allScopes } from '../venues/scope-of';
import { countEndingDays } from './certificates/count-ending-days';
import { issueCertificate, issueLeftOver } from './certificates/issue-certificate';
import { type Clocks, readClocks } from './clocks';
import { everyCollection } from './every-collection';
import { type Parts, type RunNeeds, runParts } from './run-parts';

/** What the sweeper takes: the vault to destroy keys, the stores to drop what they opened. */
export interface SweepNeeds extends RunNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly vault: Vault;
  readonly keys: Pick<KeyService, 'derive'>;
}

/**
 * Ends retention by what collections declare: destroys the keys of days that are past their clock and certifies it, with the files
 * of their reports, then drops whole days and removes what is too old. Each key and each collection is a part of its own, so that one that
 * fails stops no other; at the end the run fails with their names. Doing it again is no harm.
 */
export async function sweep(needs: SweepNeeds, collections: readonly AnyCollection[] = everyCollection): Promise<void> {
  const today = dayOf(needs.clock.now());
  const clocks = await readClocks(needs.store, today);
  await runParts(needs, {
    'counts of days that end': async () => countEndingDays(needs, clocks, await needs.vault.liveDays()),
    'day keys': () => destroyDays(needs, clocks),
    'deletion certificates': () => issueLeftOver(needs),
    'files of reports': () => forgetFiles(needs),
    ...Object.fromEntries(
      collections.map((each) => [`collection ${each.name}`, () => sweepCollection(needs, each, clocks, today)]),
    ),
  });
}

/**
 * Destroys the keys of all past days together, so that the store cleans up once; where that fails, one by one, so that the run names those that
 * fail. Then the files of their reports.
 */
async function destroyDays(needs: SweepNeeds, clocks: Clocks): Promise<void> {
  const past = await pastDays(needs, clocks);
  const erased = past.length === 0 ? undefined : await needs.vault.destroyDays(past).catch(() => undefined);
  const nameOf = ({ keyClass, city, day }: DayScope) => `${keyClass} ${city} ${day}`;
  await runParts(needs, Object.fromEntries(past.map((scope) => [nameOf(scope), () => endDay(needs, scope, erased)])));
}

async function endDay(needs: SweepNeeds, scope: DayScope, erased: ErasedKey | undefined) {
  const { keyClass, city, day } = scope;
  const done = erased ?? (await needs.vault.destroyDay(city, day, keyClass));
  needs.log.event('notice', `the ${keyClass} key of a day was destroyed`, { city, day, ...erasureFields(done) });
  await issueCertificate(needs, scope, done);
  if (keyClass === 'city') await forgetReports(needs, { city, day });
}

/** Walks live keys, and the days of scans for cities that made no key on such a day. */
async function pastDays({ store, vault }: SweepNeeds, clocks: Clocks): Promise<readonly DayScope[]> {
  const past = new Map<string, DayScope>();
  const take = (scope: DayScope) => {
    const from = clocks.keptFrom(scope.keyClass, scope.city);
    if (from !== undefined && scope.day < from) past.set(`${scope.keyClass} ${scope.city} ${scope.day}`, scope);
  };
  for (const day of await store.days(scans)) for (const city of clocks.cities) take({ keyClass: 'city', city, day });
  for (const scope of await vault.liveDays()) take(scope);
  return [...past.values()];
}

/** Files of reports of every subject, of days and scopes that have no key as of those that have. */
async function forgetFiles(needs: SweepNeeds): Promise<void> {
  const parts: Record<string, Parts[string]> = {};
  for await (const scope of allScopes(needs.store))
    parts[`${scope.level} ${scope.code}`] = () => forgetPastReports(needs, scope);
  await runParts(needs, parts);
}

async function sweepCollection(
  needs: SweepNeeds,
  { keep, visit }: AnyCollection,
  clocks: Clocks,
  today: Day,
): Promise<void> {
  switch (keep.until) {
    case 'city-retention':
      return visit({ of: (each) => dropBefore(needs, each, clocks.keptAnywhereFrom('city')) });
    case 'coach-retention':
      return visit({ of: (each) => dropBefore(needs, each, clocks.keptAnywhereFrom('coach')) });
    case 'days':
      return visit({ of: (each) => dropBefore(needs, each, addDays(today, -keep.days)) });
    case 'age':
      return visit({ of: (each) => deleteOlder(needs, each, keep.days) });
    case 'access-log':
    case 'owner':
    case 'done':
    case 'key':
    case 'never':
    case 'seconds':
    case 'place':
      return;
  }
}

async function dropBefore<D extends Doc>({ store, log }: SweepNeeds, from: Collection<D>, before: Day | undefined) {
  if (before === undefined) return;
  for (const day of await store.days(from)) {
    if (day >= before) continue;
    await store.dropDay(from, day);
    if (from.name === scans.name) log.event('notice', 'a day was forgotten', { day });
  }
}

/** Ids begin with the time at which they were made. */
async function deleteOlder<D extends Doc>({ store, clock }: SweepNeeds, from: Collection<D>, days: number) {
  const before = newId(clock.now() - days * dayMs, (size) => new Uint8Array(size));
  const where: Where<D> = JSON.parse(JSON.stringify({ _id: { lt: before } }));
  for await (const batch of store.stream(from, { where })) for (const { _id } of batch) await store.delete(from, _id);
}
