import { ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import { liveCodeState } from '@tongcheng/shared/rides/live-code';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { addDays, minuteMs } from '@tongcheng/shared/time';
import { overReadableDays } from '../../ports/damaged-days';
import type { DayVault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { staffVenue } from '../venues/staff-venue';
import { staffNames } from './assisted/staff-of';
import { applyCorrections } from './corrections/corrections';
import { feedScan, staffIn } from './feed/feed-scan';
import { type ScanRecord, scanIdOf, scans } from './scan-record';
import { liveKeyOf } from './scanning/live-elements';
import { type FeedNeeds, vaultsOf } from './venue-feed';

/** Somebody who films another's screen shows it while it is new; what is older is unknown here. */
const lookBackMs = 10 * minuteMs;
/** Of six digits one in a thousand would be met by chance among so many: then a false *expired*, never a false *live* of another. */
const maxScansChecked = 150;

/** Finds out for staff whether the digits on a rider's screen are those of this moment. Records nothing. */
export const checkLiveCode: UseCase<typeof api.checkLiveCode, FeedNeeds> = async (needs, caller, input) => {
  const here = await staffVenue(needs, caller, input.venueId);
  if (!here.ok) return here;
  const { venue, settings } = here.value;
  const now = needs.clock.now();
  const today = serviceDay(settings, now);
  const vaults = await vaultsOf(needs.vault, venue.city, [addDays(today, -1), today]);
  const atVenue = { city: venue.city, venueId: venue._id, recordedAt: { gte: now - lookBackMs } };
  const order = { by: 'recordedAt', direction: 'desc' } as const;
  const { items } = await overReadableDays([...vaults.keys()], (readable) =>
    needs.store.find(scans, { where: { day: { in: readable }, ...atVenue }, order, limit: maxScansChecked }),
  );
  let expired: ScanRecord | undefined;
  // As they read now: whoever staff turned away within these minutes has no pass to show (W-32).
  for (const record of applyCorrections(items)) {
    const dayVault = vaults.get(record.day);
    if (!dayVault) continue;
    const { recordedAt } = record;
    const state = liveCodeState({ liveKey: liveKeyOf(dayVault, scanIdOf(record)), recordedAt }, input.code, now);
    if (state === 'live') return ok({ is: 'live', item: await shown(needs, record, dayVault) });
    if (state === 'expired') expired ??= record;
  }
  if (!expired) return ok({ is: 'unknown' });
  return ok({ is: 'expired', item: withoutVerdict(await shown(needs, expired, vaults.get(expired.day))) });
};

async function shown({ staffOf }: FeedNeeds, record: ScanRecord, dayVault: DayVault | undefined) {
  return feedScan(record, dayVault, { staff: await staffNames(staffOf, staffIn(record)) });
}

/** no client can show the verdict of a code that is over, because it does not get it: staff are to look. */
const withoutVerdict = ({ colour: _colour, boarding: _boarding, ...scan }: FeedScan): FeedScan => ({
  ...scan,
  decision: 'refer',
  reasons: [],
});
