import type { KeptTap, QueueRecord, TapCounts } from './records';

type Kept<T extends QueueRecord['type']> = Extract<QueueRecord, { readonly type: T }>;

/** What a log of taps comes to. */
export interface TapQueueState {
  nextSequence: number;
  /** Taps that the server does not have yet, the oldest first. */
  waiting: { readonly venueId: string; readonly tap: KeptTap }[];
  /** Counts that belong to no batch yet, by place, hour and direction. */
  counts: Map<string, { readonly venueId: string; readonly counts: TapCounts }>;
  /** The batch that is being delivered. */
  batch: Kept<'batch'> | undefined;
}

/** What an empty log comes to. */
export const emptyQueue = (): TapQueueState => ({
  nextSequence: 1,
  waiting: [],
  counts: new Map(),
  batch: undefined,
});

/** Takes a record of the log into the state. */
export function takeRecord(state: TapQueueState, record: QueueRecord): void {
  switch (record.type) {
    case 'begin':
      state.nextSequence = record.nextSequence;
      return;
    case 'tap':
      state.waiting.push({ venueId: record.venueId, tap: record.tap });
      return;
    case 'counts':
      addCounts(state.counts, record);
      return;
    case 'batch':
      // The next batch is made when the one before was taken, whether that came to the disk or not.
      state.waiting.splice(0, state.batch?.taps ?? 0);
      for (const each of record.counts) state.counts.delete(countKey(record.venueId, each));
      state.batch = record;
      state.nextSequence = record.sequence + 1;
      return;
    case 'taken':
      if (state.batch?.sequence !== record.sequence) return;
      state.waiting.splice(0, state.batch.taps);
      state.batch = undefined;
  }
}

/** The records from which the same state comes again, in the place of a log that has grown. */
export function recordsOf({ nextSequence, waiting, counts, batch }: TapQueueState): readonly QueueRecord[] {
  return [
    { type: 'begin', nextSequence },
    ...waiting.map((each): QueueRecord => ({ type: 'tap', ...each })),
    ...(batch ? [batch] : []),
    ...[...counts.values()].map((each): QueueRecord => ({ type: 'counts', ...each })),
  ];
}

const countKey = (venueId: string, { hour, direction }: TapCounts): string => `${venueId} ${hour} ${direction}`;

function addCounts(all: TapQueueState['counts'], { venueId, counts }: Kept<'counts'>): void {
  const key = countKey(venueId, counts);
  const before = all.get(key)?.counts ?? { admit: 0, refer: 0, refuse: 0 };
  const [admit, refer] = [before.admit + counts.admit, before.refer + counts.refer];
  all.set(key, { venueId, counts: { ...counts, admit, refer, refuse: before.refuse + counts.refuse } });
}
