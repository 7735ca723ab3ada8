import type { PartnerCaller } from '@tongcheng/shared/caller';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { payloadOf, SignedRequest, signedRequestMs } from '@tongcheng/shared/signed-request';
import * as z from 'zod';
import type { Clock } from '../ports/clock';
import { readBody } from './read-body';

interface Needs {
  readonly clock: Clock;
  readonly partnerOf: (
    request: SignedRequest,
    operation: string,
    address: string,
  ) => Promise<PartnerCaller | undefined>;
}

const Payload = payloadOf(z.unknown());

/**
 * Who signed a request and what it asks. The signature is looked at before anything inside the payload is; the payload
 * then meets the same bounds as every body.
 */
export async function openSignedRequest(
  needs: Needs,
  operation: string,
  address: string,
  body: unknown,
): Promise<
  Result<
    { readonly caller: PartnerCaller; readonly input: unknown },
    'invalid-input' | 'too-large' | 'signature-refused' | 'request-too-old'
  >
> {
  const request = SignedRequest.safeParse(body);
  if (!request.success) return fail('invalid-input', { field: request.error.issues[0]?.path.join('.') ?? '' });
  const caller = await needs.partnerOf(request.data, operation, address);
  if (!caller) return fail('signature-refused');
  const text = request.data.payload;
  const parsed = readBody(text, Buffer.byteLength(text), Number.POSITIVE_INFINITY);
  if (!parsed.ok) return parsed;
  const payload = Payload.safeParse(parsed.value);
  if (!payload.success) return fail('invalid-input', { field: 'payload' });
  if (Math.abs(payload.data.sentAt - needs.clock.now()) > signedRequestMs) return fail('request-too-old');
  return ok({ caller, input: payload.data.input });
}
