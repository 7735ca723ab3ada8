import type { Held } from '@tongcheng/shared/held';
import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';

/** A key of the cloud's account; with a token when it is temporary. */
export interface TencentKeys {
  readonly secretId: string;
  readonly secretKey: string;
  readonly token?: string;
}

/** How the cloud's services are reached. */
export interface TencentAccount {
  readonly keys: Held<TencentKeys>;
  /** An address of one's own (a private endpoint, a stand-in) instead of `<service>.tencentcloudapi.com`. */
  readonly endpoint?: string;
  /** The whole call, answer read included; default 3,000. */
  readonly timeoutMs?: number;
}

/** One of the cloud's services. */
export interface TencentService {
  readonly name: 'faceid' | 'kms' | 'sms' | 'sts' | 'tcb' | 'flexdb';
  readonly version: string;
  readonly region?: string;
}

/** The cloud refused with a code of its own. Whoever does not know the code treats it as an absent service; no message is kept: some repeat what was asked. */
export class TencentRefused extends ServiceUnavailable {
  constructor(readonly code: string) {
    super(`the service refused: ${code}`);
  }
}

/** One action: what is asked, and the promised shape of the answer. Throws {@link TencentRefused}, or ServiceUnavailable for everything else. */
export type TencentCall = <S extends z.ZodType>(action: string, question: object, answer: S) => Promise<z.output<S>>;

const over = new Set(['AuthFailure.TokenFailure', 'AuthFailure.SecretIdNotFound', 'AuthFailure.InvalidSecretId']);

/** Calls of one service, signed by TC3, once more with fresh keys where these were refused as over. The cloud signs no answers: TLS alone proves them. */
export function tencentApi(service: TencentService, account: TencentAccount): TencentCall {
  return async (action, question, answer) => {
    const held = await account.keys.get();
    try {
      return await ask(service, account, held.value, action, question, answer);
    } catch (fault) {
      if (!(fault instanceof TencentRefused && over.has(fault.code))) throw fault;
      account.keys.drop(held);
    }
    return ask(service, account, (await account.keys.get()).value, action, question, answer);
  };
}

async function ask<S extends z.ZodType>(
  { name, version, region }: TencentService,
  { endpoint, timeoutMs = 3_000 }: TencentAccount,
  credential: TencentKeys,
  action: string,
  question: object,
  answer: S,
): Promise<z.output<S>> {
  const url = new URL(endpoint ?? `https://${name}.tencentcloudapi.com`);
  const httpProfile = { endpoint: url.host, protocol: `${url.protocol}//`, reqTimeout: timeoutMs / 1_000 };
  const place = region === undefined ? {} : { region };
  const { CommonClient } = await import('tencentcloud-sdk-nodejs-common');
  const client = new CommonClient(url.host, version, { credential, ...place, profile: { httpProfile } });
  const reply: unknown = await client
    .request(action, question, { signal: AbortSignal.timeout(timeoutMs) })
    .catch((cause: unknown) => Promise.reject(refusalOf(cause)));
  const parsed = answer.safeParse(reply);
  if (!parsed.success) throw new ServiceUnavailable('the reply was not of the promised shape');
  return parsed.data;
}

const Refusal = z.object({ code: z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)*$/) });

const refusalOf = (cause: unknown): ServiceUnavailable => {
  const read = Refusal.safeParse(cause);
  return read.success
    ? new TencentRefused(read.data.code)
    : new ServiceUnavailable('the service was not reached in time');
};
