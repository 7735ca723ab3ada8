import { createPublicKey } from 'node:crypto';
import type { AlipaySdk } from 'alipay-sdk';
import * as z from 'zod';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { AlipayApp } from './alipay-app';
import { type AlipayRefusal, signedError } from './signed-error';
import { within } from './within';

/** Calls one operation of Alipay's gateway; `refusal` is Alipay's own no. */
export type AskAlipay = <S extends z.ZodType>(
  method: string,
  /** Parameters; those of the business stand under `bizContent`. */
  asked: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
  answer: S,
) => Promise<{ readonly value: z.output<S> } | { readonly refusal: AlipayRefusal }>;

const defaultTimeoutMs = 3_000;
const Refusal = z.object({ code: z.string(), subCode: z.string().optional() });

/** Service away, called too often. */
const later: ReadonlySet<string> = new Set(['20000', '40005']);
/** This installation's app id, key or permissions are not accepted: nobody but its operator can mend that. */
const ours: ReadonlySet<string> = new Set([
  'isv.invalid-app-id',
  'isv.invalid-signature',
  'isv.missing-app-id',
  'isv.insufficient-isv-permissions',
]);

/**
 * Asks as this app through Alipay's own SDK: every question signed (RSA2), every reply verified before it is believed. Throws
 * ServiceUnavailable for whatever is not a signed answer of the promised shape. Causes are left out: the SDK's errors quote the reply, and
 * in it stands who somebody is.
 */
export function askAlipay(app: AlipayApp): AskAlipay {
  const timeout = app.timeoutMs ?? defaultTimeoutMs;
  const { gateway, appId, privateKey } = app;
  const alipayPublicKey = pemOf(app.alipayPublicKey);
  let made: Promise<AlipaySdk> | undefined;
  const sdk = () => {
    made ??= import('alipay-sdk').then(
      (library) => new library.AlipaySdk({ gateway, appId, privateKey, alipayPublicKey, keyType: 'PKCS8', timeout }),
    );
    return made;
  };
  return async (method, asked, answer) => {
    const client = await sdk();
    const reply = await within(timeout, client.exec(method, asked, { validateSign: true })).catch((cause: unknown) => {
      return refusalIn(cause, alipayPublicKey);
    });
    const refusal = Refusal.safeParse(reply);
    if (refusal.success && refusal.data.code !== '10000') return { refusal: told(refusal.data) };
    const parsed = answer.safeParse(reply);
    if (!parsed.success) throw new ServiceUnavailable('Alipay’s reply was not of the promised shape');
    return { value: parsed.data };
  };
}

function refusalIn(cause: unknown, alipayPublicKey: string): AlipayRefusal {
  const raw = typeof cause === 'object' && cause !== null && 'responseDataRaw' in cause ? cause.responseDataRaw : '';
  const refusal = typeof raw === 'string' ? signedError(raw, alipayPublicKey) : undefined;
  if (!refusal) throw new ServiceUnavailable('Alipay gave no signed answer in time');
  return refusal;
}

function told({ code, subCode = '' }: z.output<typeof Refusal>): AlipayRefusal {
  if (ours.has(subCode)) throw new Error(`Alipay does not accept this installation (${subCode})`);
  if (later.has(code)) throw new ServiceUnavailable(`Alipay asks to come again later (${code})`);
  return { code, subCode };
}

/** Alipay's console shows its key as bare base64; a file may hold it as PEM. Throws when it is neither. */
function pemOf(key: string): string {
  const body = key.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  const parsed = createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'spki' });
  return parsed.export({ format: 'pem', type: 'spki' }).toString();
}
