import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DayVault, Vault } from '../../../vault/vault';
import { venueView } from '../../venues/venue-view';
import { scanIdOf } from '../scan-record';
import type { RecordedScan } from './classify-scan';
import { liveKeyOf, minuteWordOf } from './live-elements';
import type { ScanContext } from './scan-context';
import { openStatusTimes, type StatusTimes, verdictOf } from './scan-verdict';

/** Answers one registered scan, from its record: the same each time it is asked for. */
export const scanReply = async (vault: Vault, scan: RecordedScan): Promise<ScanReply> =>
  replyTo(scan, await laterVaults(vault, [scan]));

/** Answers each of these scans as {@link scanReply} does. Waits once for all of them, and only where a word belongs to a later service day. */
export const scanReplies = async (
  vault: Vault,
  all: readonly RecordedScan[],
): Promise<(scan: RecordedScan) => ScanReply> => {
  const later = await laterVaults(vault, all);
  return (scan) => replyTo(scan, later);
};

type Vaults = ReadonlyMap<string, DayVault>;

function replyTo(scan: RecordedScan, later: Vaults): ScanReply {
  const { context, record, isNew } = scan;
  const { venue, dayVault, caller } = context;
  const { recordedAt } = record;
  const { maskedName } = isNew ? caller : dayVault.open(record._id, record.sealed);
  const { word, validUntil } = minuteWordOf(vaultAt(context, recordedAt, later), venue._id, recordedAt);
  const next = minuteWordOf(vaultAt(context, validUntil, later), venue._id, validUntil);
  return {
    scanId: scanIdOf(record),
    verdict: verdictOf(record, statusTimesOf(scan)),
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

/** What was just sealed need not be opened again: a new record was decided by the status of its caller. */
function statusTimesOf({ context, record, isNew }: RecordedScan): StatusTimes | undefined {
  if (record.sealedStatus === undefined) return undefined;
  const { status } = context.caller.eligibility;
  if (!isNew || status === null || status === 'unavailable') return openStatusTimes(context.dayVault, record);
  return { issuedAt: status.issuedAt, expiresAt: status.expiresAt };
}

/** The vault of an instant at or after a scan; where its day cannot be opened, that of the scan's own. */
const vaultAt = (context: ScanContext, at: Instant, later: Vaults): DayVault =>
  (later.size > 0 && later.get(dayKey(context, at))) || context.dayVault;

const dayKey = ({ venue, settings }: ScanContext, at: Instant): string => `${venue.city}.${serviceDay(settings, at)}`;

/** The vaults of the words that belong to another service day than their scan: of one recorded days later, or in the last minute of its day. */
async function laterVaults(vault: Vault, all: readonly RecordedScan[]): Promise<Vaults> {
  const found = new Map<string, DayVault>();
  for (const { context, record } of all)
    for (const at of [record.recordedAt, record.recordedAt + minuteMs]) {
      const day = serviceDay(context.settings, at);
      if (day === context.day || found.has(dayKey(context, at))) continue;
      const dayVault = await vault.day(context.venue.city, day);
      if (dayVault) found.set(dayKey(context, at), dayVault);
    }
  return found;
}
