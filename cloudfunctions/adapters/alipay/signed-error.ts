import { createVerify } from 'node:crypto';
import * as z from 'zod';

/** Alipay's no, by its codes. */
export interface AlipayRefusal {
  readonly code: string;
  readonly subCode: string;
}

const Body = z.object({ code: z.coerce.string(), sub_code: z.string().default('') });
const shape = /^\s*\{\s*"error_response"\s*:\s*(\{.*\})\s*,\s*"sign"\s*:\s*"([A-Za-z0-9+/=\\]+)"\s*\}\s*$/s;

/**
 * The refusal inside a reply of the form `error_response`, if Alipay signed it. alipay-sdk 4.14 looks for the signed text under the
 * operation's own name only, so that with `validateSign` it takes every such reply for a forgery.
 */
export function signedError(raw: string, alipayPublicKey: string): AlipayRefusal | undefined {
  const [, text = '', sign = ''] = shape.exec(raw) ?? [];
  if (text === '') return undefined;
  const verifier = createVerify('RSA-SHA256').update(text, 'utf8');
  if (!verifier.verify(alipayPublicKey, sign.replaceAll('\\', ''), 'base64')) return undefined;
  const { code, sub_code: subCode } = Body.parse(JSON.parse(text));
  return { code, subCode };
}
