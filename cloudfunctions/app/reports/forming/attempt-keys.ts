import type { ReportPlan } from '../records';
import { partKeys } from './kept-parts';
import { fileKeyOf } from './write-file';

/** Rows that an earlier release put aside while it wrote a file. */
const earlierRows = (attempt: string) => [`${attempt}.rows`, `${attempt}.refused.rows`];

/** Keys of everything that the attempts of a plan may have left, the file among it. */
export const attemptKeys = ({ attempts, progress }: Pick<ReportPlan, 'attempts' | 'progress'>): readonly string[] => [
  ...attempts.flatMap((attempt) => {
    const ours = progress.some((each) => each.attempt === attempt);
    return [fileKeyOf(attempt), ...(ours ? [] : earlierRows(attempt))];
  }),
  ...progress.flatMap(({ attempt, parts, tables }) => partKeys(attempt, parts, tables)),
];
