import type { Answer } from '@tongcheng/shared/client';
import type { ExposedRider, IndexRide } from '@tongcheng/shared/tracing/wire';
import { useEffect, useState } from 'react';
import { type Mutation, useMutation } from '../../client/use-mutation';

type Opened = Extract<Answer<'tracing.open-names'>, { readonly ok: true }>['value'];

/** Names as far as they were opened, with who opened them, when and under what. */
export interface OpenNames {
  readonly riders: readonly ExposedRider[];
  readonly timeline: readonly IndexRide[];
  readonly total: number;
  readonly watermark: Opened['watermark'];
  readonly isFeedChanged: boolean;
}

const atOnce = 200;
/** The longest time that a browser's timer takes. */
const longestMs = 2 ** 31 - 1;

/**
 * Opens the names of a request, page by page, each on record first. They are held by the screen alone: they go when it is left, when they are
 * hidden, and when their time is over by the server's clock.
 */
export const useOpenNames = (
  requestId: string,
): Pick<Mutation, 'isPending' | 'failure'> & {
  readonly names: OpenNames | undefined;
  readonly openMore: () => Promise<void>;
  readonly hide: () => void;
} => {
  const { isPending, failure, run } = useMutation();
  const [names, setNames] = useState<OpenNames>();
  const [leftMs, setLeftMs] = useState<number>();
  useEffect(() => {
    if (leftMs === undefined) return undefined;
    const timer = setTimeout(() => setNames(undefined), Math.max(0, Math.min(longestMs, leftMs)));
    return () => clearTimeout(timer);
  }, [leftMs]);
  const openMore = async () => {
    const input = { requestId, skip: names?.riders.length ?? 0, limit: atOnce };
    const page = await run((client) => client.call('tracing.open-names', input));
    if (!page) return;
    const { riders, timeline, total, watermark, opensUntil, feedChanged } = page;
    const isFeedChanged = feedChanged === true;
    setNames({ riders: [...(names?.riders ?? []), ...riders], timeline, total, watermark, isFeedChanged });
    setLeftMs(opensUntil - watermark.at);
  };
  return { isPending, ...(failure && { failure }), names, openMore, hide: () => setNames(undefined) };
};
