import { noticesAt } from '@tongcheng/shared/rides/notices-at';
import { serviceDay } from '@tongcheng/shared/rides/service-day';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Vault } from '../../vault/vault';
import { venueView } from '../venues/venue-view';
import { liveKeyOf } from './live-key';
import type { Registered } from './register-scans';
import { scanIdOf } from './scan-record';
import { verdictOf } from './verdict-of';
import { wordOfMinute } from './word-of-minute';

/** The answer to a scan, made from its record and the city's settings: the same each time it is asked for. */
export const scanReply = async (vault: Vault, registered: Registered): Promise<ScanReply> => {
  const { placed, record, fresh } = registered;
  const { venue, settings, day, dayVault, caller } = placed;
  const { recordedAt } = record;
  const { maskedName } = fresh ? caller : dayVault.open(record._id, record.sealed);
  const wordAt = async (at: Instant) => {
    const dayThen = serviceDay(settings, at);
    const vaultThen = dayThen === day ? dayVault : await vault.day(venue.city, dayThen);
    return wordOfMinute(vaultThen ?? dayVault, venue._id, at);
  };
  const word = await wordAt(recordedAt);
  return {
    scanId: scanIdOf(record),
    verdict: verdictOf(record, dayVault),
    meaning: record.meaning,
    venue: venueView(venue),
    ...(maskedName !== undefined && { maskedName }),
    party: record.party,
    scannedAt: record.scannedAt,
    recordedAt,
    flags: [...record.flags],
    notices: [...noticesAt(settings.notices, venue.mode, recordedAt)],
    minuteWord: { ...word, next: (await wordAt(word.validUntil)).word },
    liveKey: liveKeyOf(dayVault, scanIdOf(record)),
  };
};
