import type { ReactNode } from 'react';
import type { QueryState } from '../client/use-query';
import { FailureNotice } from './failure-notice';
import { Skeleton } from './placeholders';

interface Props<T> {
  readonly query: QueryState<T> & { readonly refetch: () => void };
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}

/** A query on the screen: a skeleton while it loads, the failure in words, or the value. A failure leaves the older value below it. */
export const QueryView = <T,>({ query, lines = 6, children }: Props<T>) => (
  <>
    {query.failure && <FailureNotice failure={query.failure} onAgain={query.refetch} />}
    {query.isLoading && query.value === undefined && <Skeleton lines={lines} />}
    {query.value !== undefined && children(query.value)}
  </>
);
