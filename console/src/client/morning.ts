import type { OfficialRole } from '@tongcheng/shared/access';
import type { Answer, EndpointInput } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { OfficialEndpoint } from './permissions';
import type { ServerReply } from './use-query';

/** What a line of the morning page tells: something is wrong, waits for somebody, goes on, or is done. */
export const morningKinds = ['wrong', 'waits', 'course', 'done'] as const;
export type MorningKind = (typeof morningKinds)[number];

/** Says a text in the reader's language, its places filled. */
type SayText = (text: Text, fills?: Readonly<Record<string, string | number>>) => string;

/** One line of the morning page. */
export interface MorningLine {
  /** Unique among the lines of its section. */
  readonly id: string;
  readonly kind: MorningKind;
  readonly words: (say: SayText) => string;
  /** Where it is done. */
  readonly to: `/${string}`;
  /** Until when it has to be done. */
  readonly by?: Instant;
}

/** Who looks, at what, when; and how a topic asks: only the endpoints that it names. */
export interface Asking<N extends OfficialEndpoint> {
  readonly call: <E extends N>(name: E, input: EndpointInput<E>) => Promise<Answer<E>>;
  readonly may: (name: OfficialEndpoint) => boolean;
  readonly official: { readonly officialId: string; readonly login: string; readonly roles: readonly OfficialRole[] };
  readonly city: string;
  readonly now: Instant;
}

/** What a section tells on the morning page; only to those who may call all that it asks. */
export interface MorningTopic {
  readonly asks: readonly OfficialEndpoint[];
  readonly look: (asking: Asking<OfficialEndpoint>) => Promise<ServerReply<readonly MorningLine[]>>;
}

/**
 * What a section tells on the morning page, from the endpoints named.
 * @example
 * morning: morningTopic(['coaches.list-departures'], async (asking) => (await import('./morning')).departureLines(asking)),
 */
export const morningTopic = <const N extends OfficialEndpoint>(
  asks: readonly [N, ...N[]],
  look: (asking: Asking<N>) => Promise<ServerReply<readonly MorningLine[]>>,
): MorningTopic => ({ asks, look });
