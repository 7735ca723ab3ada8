import type { Instant } from '@tongcheng/shared/time';

/** Seconds that the function of the timer may run; the deploy files are written from it. */
export const timerFunctionSeconds = 900;

/** How forming is cut, so that it ends in any function's time and goes on after any death. */
export interface SliceSizes {
  /** How long a run forms before it leaves the rest to the next. */
  readonly ms: number;
  /** Steps of the walk in a part, which is what a death repeats at most. */
  readonly steps: number;
  /** Riders in a step. */
  readonly riders: number;
}

/** A third of the function's time; a part is some 20,000 riders, a few seconds. */
export const defaultSlices: SliceSizes = { ms: (timerFunctionSeconds * 1_000) / 3, steps: 100, riders: 200 };

/** One run's share of the writing of a file. */
export interface FormingSlice {
  /** Where the files of this attempt begin. */
  readonly attempt: string;
  /** Parts that were begun by earlier runs. */
  readonly begun: number;
  /** Notes that a part is about to be written, with the names of its tables. */
  readonly begin: (part: number, tables: readonly string[]) => Promise<void>;
  /** Whether there is time for another part. */
  readonly mayGoOn: () => boolean;
  readonly sizes: SliceSizes;
}

/** A run that may take all the time that it needs. */
export const wholeSlice = (attempt: string, sizes = defaultSlices): FormingSlice => ({
  ...{ attempt, begun: 0, sizes },
  begin: () => Promise.resolve(),
  mayGoOn: () => true,
});

/** When a run that begins now leaves the rest to the next. */
export const sliceEnd = (now: Instant, { ms }: SliceSizes): Instant => now + ms;
