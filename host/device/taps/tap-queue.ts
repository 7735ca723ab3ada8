import { join } from 'node:path';
import type { Decision } from '@tongcheng/shared/rides/meanings';
import { hourMs, type Instant } from '@tongcheng/shared/time';
import { openAppendLog } from '../store/append-log';
import { emptyQueue, recordsOf, takeRecord } from './queue-state';
import { type KeptTap, QueueRecord, type TapCounts } from './records';

/** Taps that wait on the device until the server has them, through power cuts and days without a network. */
export interface TapQueue {
  /** Keeps a tap, on the disk when it returns; throws where the disk does not take it or too many wait. */
  record(venueId: string, tap: KeptTap): void;
  /** Counts a tap of which no row is kept. A power cut may lose the last of them. */
  count(venueId: string, tap: CountedTap): void;
  /** What is to be delivered next, the same text however often it is asked for until it was taken; undefined when nothing waits. */
  next(deviceId: string): Batch | undefined;
  /** The server has the batch of that sequence. */
  taken(sequence: number): void;
  /** Taps that wait. */
  waiting(): number;
  close(): void;
}

/** A tap of a card that is not in the set. */
interface CountedTap {
  readonly at: Instant;
  readonly direction: TapCounts['direction'];
  readonly decision: Decision;
}

/** Taps and counts under one sequence. */
interface Batch {
  readonly sequence: number;
  /** JSON: what the device signs. */
  readonly text: string;
}

/** Taps of one batch at most. */
const batchTaps = 500;
/** Rows of counts of one batch at most. */
const batchCounts = 200;
/** More than a gate of 45 riders a minute meets in eighteen hours; with so many waiting it sends riders to staff. */
const mostWaiting = 50_000;
/** A log of what was taken already is written anew at this size. */
const grownBytes = 1 << 20;

/** The queue of a folder. */
export function openTapQueue(folder: string): TapQueue {
  const log = openAppendLog(join(folder, 'taps.log'));
  const state = emptyQueue();
  for (const each of log.records) takeRecord(state, QueueRecord.parse(each));
  const add = (entry: QueueRecord, flushed: boolean) => {
    log.append(entry, flushed);
    takeRecord(state, entry);
  };
  const nextBatch = () => {
    const counted = [...state.counts.values()];
    const venueId = (state.waiting[0] ?? counted[0])?.venueId;
    if (venueId === undefined) return undefined;
    const elsewhere = state.waiting.findIndex((each) => each.venueId !== venueId);
    const taps = Math.min(batchTaps, elsewhere === -1 ? state.waiting.length : elsewhere);
    const counts = counted.filter((each) => each.venueId === venueId).slice(0, batchCounts);
    add(
      { type: 'batch', sequence: state.nextSequence, venueId, taps, counts: counts.map((each) => each.counts) },
      true,
    );
    return state.batch;
  };
  return {
    record(venueId, tap) {
      if (state.waiting.length >= mostWaiting) throw new Error('too many taps wait');
      add({ type: 'tap', venueId, tap }, true);
    },
    count(venueId, { at, direction, decision }) {
      const counts = { admit: 0, refer: 0, refuse: 0, [decision]: 1 };
      add({ type: 'counts', venueId, counts: { hour: Math.floor(at / hourMs) * hourMs, direction, ...counts } }, false);
    },
    next(deviceId) {
      const batch = state.batch ?? nextBatch();
      if (!batch) return undefined;
      const { sequence, venueId, counts } = batch;
      const taps = state.waiting.slice(0, batch.taps).map(({ tap }) => tap);
      return { sequence, text: JSON.stringify({ deviceId, sequence, venueId, taps, counts }) };
    },
    taken(sequence) {
      const entry: QueueRecord = { type: 'taken', sequence };
      takeRecord(state, entry);
      const isEmpty = state.waiting.length === 0 && state.counts.size === 0;
      const isGrown = log.bytes() > grownBytes && state.waiting.length < batchTaps;
      if (isEmpty || isGrown) log.replace(recordsOf(state));
      else log.append(entry, false);
    },
    waiting: () => state.waiting.length,
    close: log.close,
  };
}
