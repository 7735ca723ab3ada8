import type { Day, Instant } from '@tongcheng/shared/time';
import { overReadableDays } from '../../../ports/damaged-days';
import { CursorRefused, type DocumentStore } from '../../../ports/document-store';
import { applyCorrections } from '../corrections/corrections';
import { type RefusalRecord, refusals } from '../refusal-record';
import { readScan, type ScanRecord, scanKey, scans } from '../scan-record';
import { overlapMs } from './new-scans';

/** How far a screen has come: everything recorded before `since` was delivered; `after` is where a long answer goes on. */
export interface FeedCursor {
  readonly since: Instant;
  readonly after?: string;
}

/** A cursor as text, opaque to the screen. */
export const writeFeedCursor = ({ since, after }: FeedCursor): string =>
  after === undefined ? `${since}` : `${since}~${after}`;

/** Reads a cursor; one that is none of ours counts as none. */
export const readFeedCursor = (text: string | undefined): FeedCursor | undefined => {
  const [, since, after] = /^(\d{1,15})(?:~(.+))?$/.exec(text ?? '') ?? [];
  if (since === undefined) return undefined;
  return after === undefined ? { since: Number(since) } : { since: Number(since), after };
};

/** What a screen gets at once. */
export interface FeedPage {
  /** Oldest first. */
  readonly records: readonly ScanRecord[];
  /** By the id of the scan they are about. */
  readonly refusals: ReadonlyMap<string, RefusalRecord>;
  readonly next: FeedCursor;
}

interface FeedQuery {
  readonly city: string;
  readonly venueId: string;
  readonly days: readonly Day[];
  readonly cursor: FeedCursor | undefined;
  readonly limit: number;
  readonly now: Instant;
}

/**
 * The next page of a venue's scans. A scan can become visible after a later one was delivered, so the cursor stays behind
 * the clock by the overlap and the last seconds are sent again: the screen knows them by `scanId`. A scan that was refused
 * since comes again with its refusal.
 */
export const feedPage = (store: DocumentStore, query: FeedQuery): Promise<FeedPage> =>
  overReadableDays(query.days, (days) => pageOf(store, { ...query, days }));

async function pageOf(store: DocumentStore, query: FeedQuery): Promise<FeedPage> {
  const { records, next } = await readRecords(store, query);
  const since = query.cursor?.since ?? records[0]?.recordedAt ?? query.now;
  const refused = await refusedSince(store, query, since);
  const again = query.cursor?.after === undefined ? await refusedEarlier(store, query, records, refused) : [];
  return { records: [...again, ...records], refusals: refused, next };
}

type RecordsPage = Pick<FeedPage, 'records' | 'next'>;

/** A cursor that the store does not know counts as none: screens bring back what they were given, and others what they like. */
async function readRecords(store: DocumentStore, query: FeedQuery): Promise<RecordsPage> {
  if (!query.cursor) return readNewest(store, query);
  try {
    return await readAfter(store, query, query.cursor);
  } catch (error) {
    if (error instanceof CursorRefused) return readNewest(store, query);
    throw error;
  }
}

async function readNewest(store: DocumentStore, { city, venueId, days, limit, now }: FeedQuery): Promise<RecordsPage> {
  const where = { day: { in: days }, city, venueId };
  const { items } = await store.find(scans, { where, order: { by: 'recordedAt', direction: 'desc' }, limit });
  return { records: [...items].reverse(), next: { since: now - overlapMs } };
}

async function readAfter(store: DocumentStore, query: FeedQuery, { since, after }: FeedCursor): Promise<RecordsPage> {
  const { items, next } = await store.find(scans, {
    where: { day: { in: query.days }, city: query.city, venueId: query.venueId, recordedAt: { gte: since } },
    order: { by: 'recordedAt', direction: 'asc' },
    limit: query.limit,
    ...(after !== undefined && { after }),
  });
  if (next !== undefined) return { records: items, next: { since, after: next } };
  return { records: items, next: { since: Math.max(since, query.now - overlapMs) } };
}

async function refusedSince(
  store: DocumentStore,
  { city, venueId, days }: FeedQuery,
  since: Instant,
): Promise<ReadonlyMap<string, RefusalRecord>> {
  const where = { day: { in: days }, city, venueId, recordedAt: { gte: since } };
  const { items } = await store.find(refusals, { where, limit: 1_000 });
  return new Map(
    items.flatMap((refusal) => (refusal.scanId === undefined ? [] : [[refusal.scanId, refusal] as const])),
  );
}

/** Corrections at the venue on the days of these scans. */
async function correctionsAt(store: DocumentStore, ofScans: readonly ScanRecord[]): Promise<readonly ScanRecord[]> {
  const [first] = ofScans;
  if (!first) return [];
  const riders = [...new Set(ofScans.map(({ rider }) => rider))];
  const days = [...new Set(ofScans.map(({ day }) => day))];
  const where = { day: { in: days }, city: first.city, rider: { in: riders } };
  const corrections: ScanRecord[] = [];
  for await (const batch of store.stream(scans, { where }))
    corrections.push(...batch.filter(({ corrects }) => corrects !== undefined));
  return corrections;
}

/** Scans that were delivered earlier and refused since. */
async function refusedEarlier(
  store: DocumentStore,
  { city, days }: FeedQuery,
  records: readonly ScanRecord[],
  refused: ReadonlyMap<string, RefusalRecord>,
): Promise<readonly ScanRecord[]> {
  const delivered = new Set(
    records.flatMap(({ _id, corrects }) => (corrects?.boarding ? [corrects.scan, _id] : [_id])),
  );
  const keys = [...refused.keys()].flatMap((scanId) => days.map((day) => scanKey(day, scanId)));
  const missing = keys.filter((key) => !delivered.has(key)).slice(0, 100);
  const found = await Promise.all(missing.map((key) => readScan(store, city, key)));
  const refusedScans = found.flatMap((record) => (record && !record.corrects ? [record] : []));
  return applyCorrections([...refusedScans, ...(await correctionsAt(store, refusedScans))]);
}
