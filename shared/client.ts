import type { Api } from './api';
import type { Endpoint, FailureOf, InputOf, OutputOf } from './endpoint';
import type { FailureDetails } from './result';
import type { Text } from './text';

/** Names of all endpoints. */
export type EndpointName = keyof Api;

type Named<N extends EndpointName> = Api[N] extends Endpoint ? Api[N] : never;

/** What an endpoint is asked, before the server parses it. */
export type EndpointInput<N extends EndpointName> = InputOf<Named<N>>;

/** What a client may meet besides the server's failures: no network, or an answer that is none of ours. */
export type TransportFailureCode = 'no-network' | 'no-answer';

/** A failure as it arrives: with its texts, so that a phone needs no catalogue. */
export interface ArrivedFailure<F extends string> extends Text {
  readonly code: F;
  readonly retry: 'never' | 'later' | 'after-change';
  readonly details?: FailureDetails;
}

/** An answer as it arrives. `serverAt` is the server's clock, for phones whose own is wrong. */
export type Answer<N extends EndpointName> = (
  | { readonly ok: true; readonly value: OutputOf<Named<N>> }
  | { readonly ok: false; readonly failure: ArrivedFailure<FailureOf<Named<N>> | TransportFailureCode> }
) & { readonly serverAt?: number };

/** Carries one JSON body and brings back status and body; throws when nothing came back. Each platform has its own. */
export type Transport = (request: {
  readonly path: string;
  readonly token?: string;
  readonly body: unknown;
}) => Promise<{ readonly status: number; readonly body: unknown }>;

/** Calls an endpoint by name. Never throws: what went wrong is in the answer. */
export interface Client {
  call<N extends EndpointName>(name: N, input: EndpointInput<N>): Promise<Answer<N>>;
}

const unanswered: Readonly<Record<TransportFailureCode, Text>> = {
  'no-network': {
    zh: '现在没有网络。请检查网络，或稍后再试。',
    en: 'There is no network at the moment. Check the connection or try again soon.',
  },
  'no-answer': {
    zh: '服务没有回应。请稍后再试。',
    en: 'The service did not answer. Please try again soon.',
  },
};

/** A typed client over any transport. `token` gives the access token of the moment, if there is a session. */
export const createClient = (transport: Transport, token: () => string | undefined): Client => ({
  call: async <N extends EndpointName>(name: N, input: EndpointInput<N>): Promise<Answer<N>> => {
    const held = token();
    const request = { path: `/api/${name}`, body: input };
    const arrived = await carried(transport, held === undefined ? request : { ...request, token: held });
    if (!arrived) return transportFailure('no-network');
    return isAnswer<N>(arrived.body) ? arrived.body : transportFailure('no-answer');
  },
});

/** Whatever a platform throws, at once or later, means that nothing came back. */
async function carried(transport: Transport, request: Parameters<Transport>[0]) {
  try {
    return await transport(request);
  } catch {
    return undefined;
  }
}

function transportFailure(code: TransportFailureCode): {
  readonly ok: false;
  readonly failure: ArrivedFailure<TransportFailureCode>;
} {
  return { ok: false, failure: { code, retry: 'later', ...unanswered[code] } };
}

/** Ours is recognised by its shape; the server has parsed what is inside. */
function isAnswer<N extends EndpointName>(body: unknown): body is Answer<N> {
  if (!isRecord(body) || !('ok' in body)) return false;
  if (body.ok === true) return 'value' in body;
  return body.ok === false && 'failure' in body && isFailure(body.failure);
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** With its words: a screen shows them as they are. */
const isFailure = (value: unknown): boolean =>
  isRecord(value) &&
  'code' in value &&
  'zh' in value &&
  'en' in value &&
  [value.code, value.zh, value.en].every((text) => typeof text === 'string');
