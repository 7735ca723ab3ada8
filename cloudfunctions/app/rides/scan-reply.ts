import { noticesAt } from '@tongcheng/shared/rides/notices-at';
import { serviceDay } from '@tongcheng/shared/rides/service-day';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Vault } from '../../vault/vault';
import { venueView } from '../venues/venue-view';
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
  const dayRecorded = serviceDay(settings, recordedAt);
  const wordVault = dayRecorded === day ? dayVault : await vault.day(venue.city, dayRecorded);
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
    minuteWord: wordOfMinute(wordVault ?? dayVault, venue._id, recordedAt),
  };
};
