import { serviceDay } from '@tongcheng/shared/rides/service-day';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DayVault, Vault } from '../../../vault/vault';
import { venueView } from '../../venues/venue-view';
import { scanIdOf } from '../scan-record';
import { liveKeyOf } from './live-key';
import type { RegisteredScan } from './register-scans';
import type { ScanContext } from './resolve-scan';
import { verdictOf } from './scan-verdict';
import { wordOfMinute } from './word-of-minute';

/**
 * Gives what answers each of these scans, made from its record: the same each time it is asked for. Notices are added where a scan is answered
 * alone. Waits once for all of them, and only where a word belongs to a later service day.
 */
export const scanReplies = async (
  vault: Vault,
  all: readonly RegisteredScan[],
): Promise<(one: RegisteredScan) => ScanReply> => {
  const later = await vaultsLater(vault, all);
  return (one) => replyTo(one, later);
};

type Vaults = ReadonlyMap<string, DayVault>;

function replyTo({ placed, record, fresh }: RegisteredScan, later: Vaults): ScanReply {
  const { venue, dayVault, caller } = placed;
  const { recordedAt } = record;
  const { maskedName } = fresh ? caller : dayVault.open(record._id, record.sealed);
  const { word, validUntil } = wordOfMinute(vaultAt(placed, recordedAt, later), venue._id, recordedAt);
  const next = wordOfMinute(vaultAt(placed, validUntil, later), venue._id, validUntil);
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
    minuteWord: { word, validUntil, next: next.word },
    liveKey: liveKeyOf(dayVault, scanIdOf(record)),
  };
}

/** The vault of an instant at or after a scan; where its day cannot be opened, that of the scan's own. */
const vaultAt = (placed: ScanContext, at: Instant, later: Vaults): DayVault =>
  (later.size > 0 && later.get(dayKey(placed, at))) || placed.dayVault;

const dayKey = ({ venue, settings }: ScanContext, at: Instant): string => `${venue.city}.${serviceDay(settings, at)}`;

/** The vaults of the words that belong to another service day than their scan: of one recorded days later, or in the last minute of its day. */
async function vaultsLater(vault: Vault, all: readonly RegisteredScan[]): Promise<Vaults> {
  const found = new Map<string, DayVault>();
  for (const { placed, record } of all)
    for (const at of [record.recordedAt, record.recordedAt + minuteMs]) {
      const day = serviceDay(placed.settings, at);
      if (day === placed.day || found.has(dayKey(placed, at))) continue;
      const other = await vault.day(placed.venue.city, day);
      if (other) found.set(dayKey(placed, at), other);
    }
  return found;
}
