import type * as api from '@tongcheng/shared/appeals/api';
import type { OwnAppeal } from '@tongcheng/shared/appeals/wire';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { ok } from '@tongcheng/shared/result';
import { unlessDamaged } from '../../ports/damaged-days';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { venueViewOfScan } from '../rides/journeys/ride-view';
import { scanIdOf, scans } from '../rides/scan-record';
import type { UseCase } from '../use-case';
import type { VenueOf } from '../venues/cached-records';
import { cities } from '../venues/records';
import { type AppealRecord, appeals } from './appeal-record';
import { appealView } from './appeal-view';
import { isOwnScan, ownSubjects } from './own-scan';

/** What reading a rider’s own appeals takes: the days’ keys open them, venues name their places. */
export interface OwnAppealsNeeds {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly venueOf: VenueOf;
}

/** The caller's appeals and those for their family, the latest first, as long as their days can be opened. */
export const ownAppeals: UseCase<typeof api.ownAppeals, OwnAppealsNeeds> = async (needs, caller) =>
  ok({ appeals: [...(await appealsOf(needs, caller))] });

/** The same for other rooms: what is exported, and whose access entries a rider may see. */
export async function appealsOf(needs: OwnAppealsNeeds, caller: RiderCaller): Promise<readonly OwnAppeal[]> {
  const subjects = await ownSubjects(needs.store, caller);
  const found: OwnAppeal[] = [];
  for (const day of (await needs.store.days(appeals)).toReversed())
    for (const city of await cityCodes(needs.store))
      found.push(...(await onDay(needs, caller, { city, day, subjects })));
  return found.sort((one, other) => other.appeal.madeAt - one.appeal.madeAt);
}

async function onDay(
  { store, vault, venueOf }: OwnAppealsNeeds,
  caller: RiderCaller,
  { city, day, subjects }: { readonly city: string; readonly day: string; readonly subjects: readonly string[] },
): Promise<readonly OwnAppeal[]> {
  const dayVault = await vault.day(city, day);
  if (!dayVault) return [];
  const rider = { in: subjects.map((subject) => dayVault.pseudonym(subject)) };
  const asked = () => store.find(appeals, { where: { day, city, rider }, limit: 1_000 });
  const { items } = await unlessDamaged(asked, { items: [] });
  const views = items.map(async (record: AppealRecord): Promise<OwnAppeal[]> => {
    const scan = await store.get(scans, record._id);
    if (!scan || !(await isOwnScan(store, caller, dayVault, scan))) return [];
    const venue = await venueViewOfScan(venueOf, scan);
    return [{ scanId: scanIdOf(scan), venue, scannedAt: scan.scannedAt, appeal: appealView(dayVault, record) }];
  });
  return (await Promise.all(views)).flat();
}

async function cityCodes(store: DocumentStore): Promise<readonly string[]> {
  const { items } = await store.find(cities, { where: {}, limit: 1_000 });
  return items.map(({ _id }) => _id);
}
