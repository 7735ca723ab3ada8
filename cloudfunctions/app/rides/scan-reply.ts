import { serviceDay } from '@tongcheng/shared/rides/service-day';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Vault } from '../../vault/vault';
import { venueView } from '../venues/venue-view';
import { liveKeyOf } from './live-key';
import type { PlacedInput } from './place-scan';
import type { Registered } from './register-scans';
import { scanIdOf } from './scan-record';
import { verdictOf } from './verdict-of';
import { wordOfMinute } from './word-of-minute';

/** The answer to a scan, made from its record: the same each time it is asked for. Notices are added where a scan is answered alone. */
export const scanReply = async (vault: Vault, registered: Registered): Promise<ScanReply> => {
  const { placed, record, fresh } = registered;
  const { venue, dayVault, caller } = placed;
  const { recordedAt } = record;
  const { maskedName } = fresh ? caller : dayVault.open(record._id, record.sealed);
  const word = wordOfMinute(await vaultAt(vault, placed, recordedAt), venue._id, recordedAt);
  const { validUntil } = word;
  const next = wordOfMinute(await vaultAt(vault, placed, validUntil), venue._id, validUntil);
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
    minuteWord: { word: word.word, validUntil, next: next.word },
    liveKey: liveKeyOf(dayVault, scanIdOf(record)),
  };
};

/** The vault of an instant near a scan: mostly that of the scan's own day, and where that day can no longer be opened, that one too. */
function vaultAt(vault: Vault, { settings, day, dayVault, venue }: PlacedInput, at: Instant) {
  const dayThen = serviceDay(settings, at);
  return dayThen === day ? dayVault : vault.day(venue.city, dayThen).then((then) => then ?? dayVault);
}
