import type { Day, Instant } from '@tongcheng/shared/time';
import { CursorRefused, type DocumentStore } from '../../../ports/document-store';
import { applyCorrections } from '../corrections/corrections';
import { readScan } from '../read-scan';
import { type RefusalRecord, refusals } from '../refusal-record';
import { type ScanRecord, scanKey, scans } from '../scan-record';
import type { FeedCursor } from './feed-cursor';
import { overlapMs } from './new-scans';

/** What a screen is told at once. */
export interface FeedPage {
  /** Oldest first. */
  readonly records: readonly ScanRecord[];
  /** By the id of the scan they are about. */
  readonly refusals: ReadonlyMap<string, RefusalRecord>;
  readonly next: FeedCursor;
}

interface Asked {
  readonly city: string;
  readonly venueId: string;
  readonly days: readonly Day[];
  readonly cursor: FeedCursor | undefined;
  readonly limit: number;
  readonly now: Instant;
}

/**
 * The next page of a venue's scans. A scan can become visible after a later one was delivered, so the cursor stays behind
 * the clock by the overlap and the last seconds are told again: the screen knows them by `scanId`. A scan that was refused
 * since comes again with its refusal.
 */
export const feedPage = async (store: DocumentStore, asked: Asked): Promise<FeedPage> => {
  const { records, next } = await part(store, asked);
  const since = asked.cursor?.since ?? records[0]?.recordedAt ?? asked.now;
  const refused = await refusedSince(store, asked, since);
  const again = asked.cursor?.after === undefined ? await others(store, asked, records, refused) : [];
  return { records: [...again, ...records], refusals: refused, next };
};

type Part = Pick<FeedPage, 'records' | 'next'>;

/** A cursor that the store does not know counts as none: screens bring back what they were given, and others what they like. */
async function part(store: DocumentStore, asked: Asked): Promise<Part> {
  if (!asked.cursor) return newest(store, asked);
  try {
    return await goOn(store, asked, asked.cursor);
  } catch (refused) {
    if (refused instanceof CursorRefused) return newest(store, asked);
    throw refused;
  }
}

async function newest(store: DocumentStore, { city, venueId, days, limit, now }: Asked): Promise<Part> {
  const where = { day: { in: days }, city, venueId };
  const { items } = await store.find(scans, { where, order: { by: 'recordedAt', direction: 'desc' }, limit });
  return { records: [...items].reverse(), next: { since: now - overlapMs } };
}

async function goOn(store: DocumentStore, asked: Asked, { since, after }: FeedCursor): Promise<Part> {
  const { items, next } = await store.find(scans, {
    where: { day: { in: asked.days }, city: asked.city, venueId: asked.venueId, recordedAt: { gte: since } },
    order: { by: 'recordedAt', direction: 'asc' },
    limit: asked.limit,
    ...(after !== undefined && { after }),
  });
  if (next !== undefined) return { records: items, next: { since, after: next } };
  return { records: items, next: { since: Math.max(since, asked.now - overlapMs) } };
}

async function refusedSince(
  store: DocumentStore,
  { city, venueId, days }: Asked,
  since: Instant,
): Promise<ReadonlyMap<string, RefusalRecord>> {
  const where = { day: { in: days }, city, venueId, recordedAt: { gte: since } };
  const { items } = await store.find(refusals, { where, limit: 1_000 });
  return new Map(
    items.flatMap((refusal) => (refusal.scanId === undefined ? [] : [[refusal.scanId, refusal] as const])),
  );
}

/** Corrections at the venue on the days of these scans. */
async function correctionsAt(store: DocumentStore, told: readonly ScanRecord[]): Promise<readonly ScanRecord[]> {
  const [first] = told;
  if (!first) return [];
  const riders = [...new Set(told.map(({ rider }) => rider))];
  const days = [...new Set(told.map(({ day }) => day))];
  const where = { day: { in: days }, city: first.city, rider: { in: riders } };
  const corrections: ScanRecord[] = [];
  for await (const batch of store.stream(scans, { where }))
    corrections.push(...batch.filter(({ corrects }) => corrects !== undefined));
  return corrections;
}

/** Scans that were delivered earlier and refused since. */
async function others(
  store: DocumentStore,
  { city, days }: Asked,
  records: readonly ScanRecord[],
  refused: ReadonlyMap<string, RefusalRecord>,
): Promise<readonly ScanRecord[]> {
  const told = new Set(records.map(({ _id }) => _id));
  const keys = [...refused.keys()].flatMap((scanId) => days.map((day) => scanKey(day, scanId)));
  const missing = keys.filter((key) => !told.has(key)).slice(0, 100);
  const found = await Promise.all(missing.map((key) => readScan(store, city, key)));
  const refusedScans = found.flatMap((record) => (record && !record.corrects ? [record] : []));
  return applyCorrections([...refusedScans, ...(await correctionsAt(store, refusedScans))]);
}
