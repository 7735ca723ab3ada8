import { modes } from '@tongcheng/shared/venues/kinds';
import * as z from 'zod';
import type { Json } from '../../../ports/document-store';
import type { ReportCounts } from './counts';
import type { OverviewSums } from './overview-sums';
import type { KeptSums } from './summary';

const numbers = z.record(z.string(), z.number());

/** Where the walk of a report of rides is, as it is kept between two runs. */
const WalkState = z.object({
  /** The last rider who was told; absent before the first. */
  after: z.string().exactOptional(),
  /** Everything was told, also of those who did not scan. */
  ended: z.boolean(),
  counts: z.object({
    ...{ rows: z.number(), riders: z.number(), incomplete: z.number(), refused: z.number(), letOn: z.number() },
    ...{ refusalRows: z.number(), scans: z.number(), demonstration: z.number(), rules: z.array(z.string()) },
  }),
  leftOut: z.number(),
  sums: z.array(
    z.object({
      order: z.string(),
      labels: z.tuple([z.string(), z.string(), z.string()]),
      ...{ people: z.number(), scans: z.number(), refused: z.number() },
    }),
  ),
  overview: z.object({
    hours: z.partialRecord(z.enum(modes), z.array(z.number())),
    ...{ lines: numbers, refusals: numbers, doubts: numbers },
  }),
});
type WalkState = z.output<typeof WalkState>;

/** What is gathered on the way. */
interface Gathered {
  readonly counts: ReportCounts;
  readonly summary: { readonly kept: () => KeptSums; readonly resume: (kept: KeptSums) => void };
  readonly overview: OverviewSums;
}

/** How far a walk is. */
export type WalkProgress = Pick<WalkState, 'after' | 'ended'>;

/** The state to keep. */
export function keptState({ counts, summary, overview }: Gathered, progress: WalkProgress): Json {
  const { hours, lines, refusals, doubts } = overview;
  const kept = {
    ...progress,
    counts: { ...counts, rules: [...counts.rules] },
    ...summary.kept(),
    overview: {
      hours: Object.fromEntries(hours),
      ...{ lines: Object.fromEntries(lines), refusals: Object.fromEntries(refusals) },
      doubts: Object.fromEntries(doubts),
    },
  };
  const plain: Json = JSON.parse(JSON.stringify(kept));
  return plain;
}

/** Takes a kept state over; gives how far it was. */
export function resumeState({ counts, summary, overview }: Gathered, kept: Json): WalkProgress {
  const { after, ended, counts: told, sums, leftOut, overview: page } = WalkState.parse(kept);
  const { rules, ...numbersTold } = told;
  Object.assign(counts, numbersTold);
  for (const rule of rules) counts.rules.add(rule);
  summary.resume({ sums, leftOut });
  for (const mode of modes) {
    const hours = page.hours[mode];
    if (hours) overview.hours.set(mode, hours);
  }
  for (const name of ['lines', 'refusals', 'doubts'] as const)
    for (const [words, count] of Object.entries(page[name])) overview[name].set(words, count);
  return after === undefined ? { ended } : { after, ended };
}
