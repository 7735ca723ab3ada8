import type { ReactNode } from 'react';
import type { Asked } from '../client/use-asked';
import { FailureNotice } from './failure-notice';
import { Skeleton } from './skeleton';

interface Props<T> {
  readonly asked: Asked<T> & { readonly askAgain: () => void };
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}

/** What was asked for: a skeleton while waiting, the words of a refusal, or the value. A refusal leaves the older value below it. */
export const Shown = <T,>({ asked, lines = 6, children }: Props<T>) => (
  <>
    {asked.failure && <FailureNotice failure={asked.failure} onAgain={asked.askAgain} />}
    {asked.waiting && asked.value === undefined && <Skeleton lines={lines} />}
    {asked.value !== undefined && children(asked.value)}
  </>
);
