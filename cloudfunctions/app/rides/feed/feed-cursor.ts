import type { Instant } from '@tongcheng/shared/time';

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
