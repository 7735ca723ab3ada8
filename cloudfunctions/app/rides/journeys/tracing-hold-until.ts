import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../../ports/clock';
import { unlessDamaged } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { cities } from '../../venues/records';
import { applyCorrections } from '../corrections/corrections';
import { refusalsAbout, withEarlierRefusals } from '../corrections/earlier-refusals';
import { type ScanRecord, scans } from '../scan-record';
import { subjectOf } from '../scanning/scan-subject';
import { deriveRides } from './derive-rides';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
}

/**
 * Until when a person may still have to be told of an exposure (W-26): the day on which the key of their last ridden day is
 * destroyed. Whoever was refused did not ride (W-32). Undefined without a ride within its retention. One question for each city and kept
 * day: asked at account erasure only.
 */
export const makeTracingHoldUntil =
  (needs: Needs) =>
  async (personId: string): Promise<Day | undefined> => {
    const kept = await needs.store.days(scans);
    let until: Day | undefined;
    for await (const batch of needs.store.stream(cities, { where: {} }))
      for (const { settings } of batch) {
        const last = await lastDay(needs, personId, settings, kept);
        const ends = last && addDays(last, settings.retentionDays + 1);
        if (ends !== undefined && (until === undefined || ends > until)) until = ends;
      }
    return until;
  };

async function lastDay(
  { store, clock, vault }: Needs,
  personId: string,
  settings: CitySettings,
  kept: readonly Day[],
): Promise<Day | undefined> {
  const { city, retentionDays } = settings;
  const oldest = addDays(dayOf(clock.now()), -retentionDays);
  const subject = subjectOf({ personId, accountId: '' });
  for (const day of kept.filter((each) => each >= oldest).toReversed()) {
    const dayVault = await vault.day(city, day);
    if (!dayVault) continue;
    const rider = dayVault.pseudonym(subject);
    // Of a damaged day nobody knows whether they rode: held as if they had, so that the erasure goes on.
    if (await unlessDamaged(() => rodeOn({ store, clock }, settings, day, rider), true)) return day;
  }
  return undefined;
}

/** Whoever was refused did not ride (W-32), however often they scanned; when a ride ended does not matter here. */
async function rodeOn(
  { store, clock }: Omit<Needs, 'vault'>,
  { city, rides }: CitySettings,
  day: Day,
  rider: string,
): Promise<boolean> {
  const records: ScanRecord[] = [];
  for await (const batch of store.stream(scans, { where: { day, city, rider } })) records.push(...batch);
  if (records.length === 0) return false;
  const read = applyCorrections(withEarlierRefusals(records, await refusalsAbout(store, city, records)));
  return deriveRides(read, rides, clock.now(), new Map()).length > 0;
}
