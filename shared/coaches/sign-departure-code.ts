import { bytesToBase32 } from '../base32';
import { hmacSha256 } from '../hmac-sha-256';
import { type DepartureCode, departureCodeBody } from './departure-code';

/** The first 80 bits of an HMAC-SHA-256 under the key of the crew's session, as sixteen characters. */
export const departureMac = (key: Uint8Array, body: string): string =>
  bytesToBase32(hmacSha256(key, `tongcheng-departure-1\n${body}`).slice(0, 10));

/** The code of a departure, signed on the crew's phone without a network, valid at once. */
export function signDepartureCode(key: Uint8Array, code: DepartureCode): string {
  const body = departureCodeBody(code);
  return body + departureMac(key, body);
}
