import { type Cbor, type CborKey, headOfOctets, major, writeCbor } from './cbor';
import { readCbor } from './read-cbor';
import { algorithms, type SignBytes, type Suite, signatureBytes, suiteOf } from './suites';

/** Header parameters of COSE (RFC 9052, 3.1; RFC 9528 for `certificate`, there `kcwt`; RFC 9596 for `type`). */
export const header = { algorithm: 1, keyId: 4, certificate: 13, type: 16 } as const;

const signedOnceTag = 18;

/** A message with one signature (COSE_Sign1, RFC 9052, 4.2) as it was read: nothing of it is proven yet. */
export interface SignedMessage {
  readonly suite: Suite;
  readonly headers: ReadonlyMap<CborKey, Cbor>;
  readonly payload: Cbor;
  readonly signature: Uint8Array;
  /** What the signature stands over. */
  readonly signed: Uint8Array;
}

const context = writeCbor('Signature1');
const outside = writeCbor(new Uint8Array(0));

/** The bytes that a signature stands over (RFC 9052, 4.4): a list of context, headers, no data from outside, payload. */
function signedBytes(headers: Uint8Array, payload: Uint8Array): Uint8Array {
  const parts = [context, headOfOctets(headers.length), headers, outside, headOfOctets(payload.length), payload];
  const signed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 1));
  signed[0] = (major.array << 5) | 4;
  let at = 1;
  for (const part of parts) {
    signed.set(part, at);
    at += part.length;
  }
  return signed;
}

/** Signs a value: all headers are under the signature, `headers` beside the algorithm. */
export async function signMessage(
  { suite, sign }: { readonly suite: Suite; readonly sign: SignBytes },
  headers: readonly (readonly [number, Cbor])[],
  value: Cbor,
): Promise<Uint8Array> {
  const protectedHeaders = writeCbor(new Map<CborKey, Cbor>([[header.algorithm, algorithms[suite]], ...headers]));
  const payload = writeCbor(value);
  const signature = await sign(signedBytes(protectedHeaders, payload));
  if (signature.length !== signatureBytes) throw new RangeError('a signature here has 64 bytes');
  return writeCbor(messageOf(protectedHeaders, payload, signature));
}

const messageOf = (headers: Uint8Array, payload: Uint8Array, signature: Uint8Array): Cbor => ({
  tag: signedOnceTag,
  value: [headers, new Map(), payload, signature],
});

/** Reads a message in exactly that form; undefined for every other. */
export const readMessage = (bytes: Uint8Array): SignedMessage | undefined => messageIn(readCbor(bytes));

/** The same of a value that was read already, as the certificate inside a step. */
export function messageIn(value: Cbor | undefined): SignedMessage | undefined {
  const parts = partsOf(value);
  if (!parts) return undefined;
  const headers = readCbor(parts.headers);
  const payload = readCbor(parts.payload);
  if (!(headers instanceof Map) || payload === undefined) return undefined;
  const suite = suiteOf(headers.get(header.algorithm));
  if (!suite) return undefined;
  return { suite, headers, payload, signature: parts.signature, signed: signedBytes(parts.headers, parts.payload) };
}

interface Parts {
  readonly headers: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

function partsOf(value: Cbor | undefined): Parts | undefined {
  if (typeof value !== 'object' || !('tag' in value) || value.tag !== signedOnceTag) return undefined;
  if (!Array.isArray(value.value) || value.value.length !== 4) return undefined;
  const [headers, unsigned, payload, signature]: readonly Cbor[] = value.value;
  if (!(unsigned instanceof Map) || unsigned.size > 0) return undefined;
  if (!(headers instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    return undefined;
  return signature.length === signatureBytes ? { headers, payload, signature } : undefined;
}
