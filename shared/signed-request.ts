import * as z from 'zod';
import { Id, WireInstant } from './wire';

/**
 * A request of a partner system. It signs a text inside the body, since whatever carries a body may write its JSON anew.
 * @example
 * const payload = JSON.stringify({ requestId: newId(now, bytes), sentAt: now, input: {} });
 * const signature = sign(null, Buffer.from(signedRequestText('partners.get-own-partner', payload)), privateKey).toString('base64url');
 * await fetch(`${server}/api/partners.get-own-partner`, { method: 'POST', body: JSON.stringify({ partnerId, keyId, payload, signature }) });
 */
export const SignedRequest = z.strictObject({
  partnerId: Id,
  keyId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** JSON of {@link payloadOf}, exactly as it was signed. */
  payload: z.string().min(2).max(1_000_000),
  /** Ed25519 over {@link signedRequestText}, base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type SignedRequest = z.output<typeof SignedRequest>;

/** What the payload of a signed request holds: the endpoint's own input among it. */
export const payloadOf = <I extends z.ZodType>(input: I) =>
  z.strictObject({
    /** Made by the caller; the same request sent again has the same. */
    requestId: Id,
    sentAt: WireInstant,
    input,
  });

/** What is signed: of one operation only, so that no request serves for another. */
export const signedRequestText = (operation: string, payload: string): string =>
  `tongcheng-signed-request-1\n${operation}\n${payload}`;

/** A signed request is answered within so long of its `sentAt`, before and after. */
export const signedRequestMs = 5 * 60_000;
