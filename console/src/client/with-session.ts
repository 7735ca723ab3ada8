import type { Answer, Client, EndpointName } from '@tongcheng/shared/client';
import type { SessionStore, SessionTokens } from './session-store';

const tokenRefused = new Set<string>(['not-signed-in', 'session-stale']);

const wantsRenewal = (answer: Answer<EndpointName>) => !answer.ok && tokenRefused.has(answer.failure.code);

/** A client that renews its session once when the token is refused, asks again, and otherwise hands the refusal on. */
export const withSession = <S extends SessionTokens>(bare: Client, keeper: SessionStore<S>): Client => ({
  call: async (name, input) => {
    const used = keeper.read()?.accessToken;
    const first = await bare.call(name, input);
    if (!wantsRenewal(first)) return first;
    const alreadyRenewed = keeper.read()?.accessToken !== used && keeper.read() !== undefined;
    if (!alreadyRenewed && !(await keeper.renew())) return first;
    return bare.call(name, input);
  },
});
