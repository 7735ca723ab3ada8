import { addDays, type Day, dayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../../ports/clock';
import { unlessDamaged } from '../../../ports/damaged-days';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { cities } from '../../venues/records';
import { scans } from '../scan-record';
import { subjectOf } from '../scanning/scan-subject';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
}

/**
 * Until when a person may still have to be told of an exposure (W-26): the day on which the key of their last ridden day is
 * destroyed. Undefined without a scan within its retention. One count for each city and kept day: asked at account erasure only.
 */
export const makeTracingHoldUntil =
  (needs: Needs) =>
  async (personId: string): Promise<Day | undefined> => {
    const kept = await needs.store.days(scans);
    let until: Day | undefined;
    for await (const batch of needs.store.stream(cities, { where: {} }))
      for (const { _id: city, settings } of batch) {
        const last = await lastDay(needs, personId, city, kept, settings.retentionDays);
        const ends = last && addDays(last, settings.retentionDays + 1);
        if (ends !== undefined && (until === undefined || ends > until)) until = ends;
      }
    return until;
  };

async function lastDay(
  { store, clock, vault }: Needs,
  personId: string,
  city: string,
  kept: readonly Day[],
  retentionDays: number,
): Promise<Day | undefined> {
  const oldest = addDays(dayOf(clock.now()), -retentionDays);
  const subject = subjectOf({ personId, accountId: '' });
  for (const day of kept.filter((each) => each >= oldest).toReversed()) {
    const dayVault = await vault.day(city, day);
    if (!dayVault) continue;
    const rider = dayVault.pseudonym(subject);
    // Of a damaged day nobody knows whether they rode: held as if they had, so that the erasure goes on.
    if ((await unlessDamaged(() => store.count(scans, { day, city, rider }), 1)) > 0) return day;
  }
  return undefined;
}
