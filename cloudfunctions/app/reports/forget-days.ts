import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Log } from '../../ports/log';
import type { ObjectStore } from '../../ports/object-store';
import type { Vault } from '../../vault/vault';
import { appeals } from '../appeals/appeal-record';
import { attemptCounts } from '../identity/attempt-record';
import { signInAttempts } from '../oversight/sign-in-attempt-record';
import { refusals } from '../rides/refusal-record';
import { scans } from '../rides/scan-record';
import { forgetSessions } from '../sessions/forget-sessions';
import { revocations } from '../sessions/revocation-record';
import { cities } from '../venues/records';
import { forgetReports } from './forget-reports';

/** What forgetting takes: the vault to destroy keys, the stores to drop what they opened. */
export interface ForgetNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly vault: Vault;
  readonly log: Log;
}

/** Counts of attempts and revoked tokens are of use for a day. */
const shortLivedDays = 2;

/**
 * Ends retention: for each city and each day past its `retentionDays` the day's key is destroyed and the files of
 * its reports with it; when no city keeps a day any more its scans are dropped too. Doing it again is no harm.
 */
export async function forgetDays(needs: ForgetNeeds): Promise<void> {
  const today = dayOf(needs.clock.now());
  const kept = await retentions(needs.store);
  const longest = Math.max(0, ...kept.values());
  for (const day of await needs.store.days(scans)) {
    for (const [city, retentionDays] of kept)
      if (day < addDays(today, -retentionDays)) await forgetDay(needs, city, day);
    if (kept.size > 0 && day < addDays(today, -longest)) await dropDay(needs, day);
  }
  await dropShortLived(needs.store, addDays(today, -shortLivedDays));
  await forgetSessions(needs.store, needs.clock.now());
}

async function retentions(store: DocumentStore): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for await (const batch of store.stream(cities, { where: {} }))
    for (const { settings } of batch) found.set(settings.city, settings.retentionDays);
  return found;
}

async function forgetDay(needs: ForgetNeeds, city: string, day: Day): Promise<void> {
  await needs.vault.destroyDay(city, day);
  await forgetReports(needs, { city, day });
}

async function dropDay({ store, log }: ForgetNeeds, day: Day): Promise<void> {
  await store.dropDay(refusals, day);
  await store.dropDay(appeals, day);
  await store.dropDay(scans, day);
  log.event('notice', 'a day was forgotten', { day });
}

async function dropShortLived(store: DocumentStore, before: Day): Promise<void> {
  for (const day of await store.days(revocations)) if (day < before) await store.dropDay(revocations, day);
  for (const day of await store.days(attemptCounts)) if (day < before) await store.dropDay(attemptCounts, day);
  for (const day of await store.days(signInAttempts)) if (day < before) await store.dropDay(signInAttempts, day);
}
