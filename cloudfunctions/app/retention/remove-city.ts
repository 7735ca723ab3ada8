import { reportKeyOf } from '@tongcheng/shared/reports/report-key';
import type { Day } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { Collection, Doc, DocumentStore, Where } from '../../ports/document-store';
import type { ObjectStore } from '../../ports/object-store';
import type { DayScope, Vault } from '../../vault/vault';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { officials } from '../oversight/official-record';
import { forgetReports } from '../reports/forget-reports';
import { recipients, reports } from '../reports/records';
import { lineStops } from '../venues/line-stops-record';
import { cities, cityTerms, venues } from '../venues/records';
import { countDay } from './certificates/count-ending-days';
import { issueCertificate } from './certificates/issue-certificate';

/** What removing a city needs. */
export interface RemoveCityNeeds extends AuditNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly vault: Vault;
}

/** What became of it. `has-rides`: days of the city can still be opened, and nothing was changed. */
export type CityRemoval =
  | { readonly outcome: 'removed'; readonly venues: number; readonly days: number }
  | { readonly outcome: 'has-rides'; readonly days: readonly Day[] }
  | { readonly outcome: 'unknown' };

/**
 * Takes a city out of an installation, for whoever holds its data and keys: recorded first. From then on its codes are of no city, within five
 * seconds on every host; venues, recipients of reports, what officials changed, and their right to act for it are gone. Its rides only where
 * that is said: then the keys of its days are destroyed and the files of its reports with them. Done again after an end on the way it goes on.
 */
export async function removeCity(
  needs: RemoveCityNeeds,
  city: string,
  { withRides }: { readonly withRides: boolean },
): Promise<CityRemoval> {
  const { store, vault } = needs;
  const days = (await vault.liveDays()).filter((scope) => scope.city === city);
  const isKnown = (await store.get(cities, city)) !== undefined || (await store.count(venues, { city })) > 0;
  if (!isKnown && days.length === 0) return { outcome: 'unknown' };
  if (days.length > 0 && !withRides) return { outcome: 'has-rides', days: days.map(({ day }) => day).sort() };
  await recordAccess(needs, { purpose: 'city-removed', who: 'installation', city, what: city, counts: {} });
  await store.delete(cities, city);
  if (days.length > 0) await endDays(needs, days);
  for await (const batch of store.stream(reports, { where: { city } }))
    for (const report of batch) if (report.forgottenAt === undefined) await forgetReports(needs, reportKeyOf(report));
  const removed = await deleteAll(store, venues, { city });
  await deleteAll(store, lineStops, { city });
  await deleteAll(store, recipients, { city });
  await store.delete(cityTerms, city);
  await takeFromOfficials(store, city);
  return { outcome: 'removed', venues: removed, days: days.length };
}

/** Counted, destroyed, certified. */
async function endDays(needs: RemoveCityNeeds, days: readonly DayScope[]): Promise<void> {
  for (const scope of days) await countDay(needs, scope, 'city-removed');
  const erased = await needs.vault.destroyDays(days);
  for (const scope of days) await issueCertificate(needs, scope, erased);
}

async function deleteAll<D extends Doc>(store: DocumentStore, from: Collection<D>, where: Where<D>): Promise<number> {
  let count = 0;
  for await (const batch of store.stream(from, { where })) {
    for (const { _id } of batch) await store.delete(from, _id);
    count += batch.length;
  }
  return count;
}

/** An official of this city alone stays, acting for none: their sign-in and what they did stay attributable. */
async function takeFromOfficials(store: DocumentStore, city: string): Promise<void> {
  for await (const batch of store.stream(officials, { where: {} }))
    for (const { _v, ...official } of batch) {
      if (!official.cities.includes(city)) continue;
      const rest = { ...official, cities: official.cities.filter((code) => code !== city) };
      if ((await store.update(officials, rest, _v)) === 'conflict') return takeFromOfficials(store, city);
    }
}
