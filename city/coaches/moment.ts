import type { Transport } from '@tongcheng/shared/client';
import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { diceOf } from '../chance';
import { type DeskNeeds, desksOf, type StaffDesk } from '../staff/desk';
import type { Clerk } from './clerk';
import type { CoachPost } from './coach-posts';
import type { CoachState } from './coach-state';
import type { PlannedDeparture } from './planned-departure';
import type { CoachProvince } from './province';
import type { CoachTally } from './tally';

/** What living needs of its host, whatever the time is. */
export interface CoachOptions {
  readonly seed: string;
  readonly province: CoachProvince;
  readonly state: CoachState;
  readonly clerk: Clerk;
  readonly invite: (post: CoachPost) => Promise<string>;
  readonly tally: CoachTally;
}

/** The product at a time: past days have a clock of their own. */
export interface CoachTime {
  readonly now: () => Instant;
  readonly transportOf: (personIndex: number) => Transport;
  readonly signInCode: (subject: string) => Promise<string>;
}

/** Everything that whoever acts has around them. */
export interface Moment extends CoachOptions, CoachTime {
  readonly deskOf: (post: CoachPost) => Promise<StaffDesk | undefined>;
}

/** Addresses of staff lie apart from those of passengers' phones. */
const staffAddress = 1 << 16;

/** The moment of some time. */
export function momentOf(options: CoachOptions, time: CoachTime): Moment {
  const { seed, state, invite } = options;
  const posts = new Map<string, CoachPost>();
  const needs: DeskNeeds = {
    ...{ seed, state, now: time.now, transport: time.transportOf(staffAddress) },
    invite: async ({ postId }) => {
      const post = posts.get(postId);
      if (!post) throw new Error(`nobody asked for the post ${postId}`);
      return invite(post);
    },
  };
  const open = desksOf(needs);
  const deskOf = (post: CoachPost) => {
    posts.set(post.postId, post);
    return open(post);
  };
  return { ...options, ...time, deskOf };
}

/** The same id whenever the same is done for a departure, so that what is sent again after a stop has one effect. */
export const actId = (
  { seed }: Pick<CoachOptions, 'seed'>,
  { departureId }: PlannedDeparture,
  at: Instant,
  ...what: readonly (string | number)[]
): string => newId(at, diceOf('ids', seed, departureId, ...what).bytes);
