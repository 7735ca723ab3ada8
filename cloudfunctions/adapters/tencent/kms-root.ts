import { held } from '@tongcheng/shared/held';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { Clock } from '../../ports/clock';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type TencentAccount, TencentRefused, tencentApi } from './tencent-api';

/** Where the master key of the key service is, and how long its word is good. */
export interface KmsPlace {
  readonly account: TencentAccount;
  readonly region: string;
  readonly clock: Clock;
  /** After so long the service is asked again whether this installation may still use the root. */
  readonly freshMs?: number;
  /** While the service is away the root is used at most so long after its last word. */
  readonly longestMs?: number;
}

const rootBytes = 32;
/** Bound to the wrapped root: another program's data key of the same master key is no root of ours. */
const context = JSON.stringify({ product: 'tongcheng', use: 'root' });
const key = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const Root = z.object({ Plaintext: key.refine((bytes) => bytes.length === rootBytes) });
const NewRoot = z.object({ CiphertextBlob: z.string().min(1) });
const kms = { name: 'kms', version: '2019-01-18' } as const;

/** Makes a root under a master key of the service; gives it wrapped. What is wrapped may be kept in the clear: only the service opens it. */
export async function newKmsRoot({ account, region }: KmsPlace, masterKeyId: string): Promise<string> {
  const call = tencentApi({ ...kms, region }, account);
  const question = { KeyId: masterKeyId, KeySpec: 'AES_256', EncryptionContext: context };
  return (await call('GenerateDataKey', question, NewRoot)).CiphertextBlob;
}

/**
 * The root, opened by the service and held in memory within bounds: asked for again when it is no longer fresh; let go at once when
 * the service denies it; used on while the service is merely away, but not for long. Many at once cause one question.
 */
export function kmsRoot(place: KmsPlace, wrapped: string): () => Promise<Uint8Array> {
  const { account, region, clock, freshMs = 15 * minuteMs, longestMs = 12 * hourMs } = place;
  const call = tencentApi({ ...kms, region }, account);
  let last: { readonly key: Uint8Array; readonly at: number } | undefined;
  const opened = async () => {
    try {
      const { Plaintext } = await call('Decrypt', { CiphertextBlob: wrapped, EncryptionContext: context }, Root);
      last = { key: Plaintext, at: clock.now() };
      return { value: Plaintext, endsAt: clock.now() + freshMs };
    } catch (fault) {
      if (last && isOnlyAway(fault) && clock.now() < last.at + longestMs)
        return { value: last.key, endsAt: clock.now() + minuteMs };
      last = undefined;
      throw fault;
    }
  };
  const root = held(opened, clock, 0);
  return async () => (await root.get()).value;
}

const passing = /^(RequestLimitExceeded|InternalError|ServiceUnavailable|FailedOperation\.InternalError)/;

/** No answer, or one that asks to try again later; a denial is an answer. */
export const isOnlyAway = (fault: unknown): boolean =>
  fault instanceof TencentRefused ? passing.test(fault.code) : fault instanceof ServiceUnavailable;
