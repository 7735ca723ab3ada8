import type { IncomingHttpHeaders } from 'node:http';
import { claimOf, instantOf, signatureFor } from './signature-v4';

/** A key that the stand-in knows; temporary ones have a token and end. */
export interface KnownKey {
  readonly secret: string;
  readonly token?: string;
  readonly endsAt?: number;
}

const clockSlackMs = 15 * 60_000;
const longestLinkSeconds = 604_800;

/** Why a request is turned away, as the store's own code; undefined when its signature, its keys and its time are right. */
export function refusalOf(
  request: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: IncomingHttpHeaders;
  },
  place: { readonly bucket: string; readonly region: string },
  keys: ReadonlyMap<string, KnownKey>,
  now: number,
): string | undefined {
  const claim = claimOf(request.headers, request.query);
  if (!claim) return 'AccessDenied';
  const known = keys.get(claim.keyId);
  if (!known) return 'InvalidAccessKeyId';
  if (known.token !== claim.token) return 'InvalidSecurityToken';
  if (known.endsAt !== undefined && known.endsAt <= now) return 'SecurityTokenExpired';
  if (claim.scope !== `${claim.date.slice(0, 8)}/${place.region}/oss/aliyun_v4_request`) return 'SignatureDoesNotMatch';
  if (claim.signature !== signatureFor(request, place, known.secret, claim)) return 'SignatureDoesNotMatch';
  // The library signs by the machine's own clock, which a test cannot move.
  const skew = Math.abs(Date.now() - instantOf(claim.date));
  const age = now - instantOf(claim.date);
  if (claim.expires === undefined) return skew <= clockSlackMs ? undefined : 'RequestTimeTooSkewed';
  if (!(claim.expires >= 1 && claim.expires <= longestLinkSeconds)) return 'AuthorizationQueryParametersError';
  // The date has whole seconds; what the signing second itself had left is not held against a link.
  return age < claim.expires * 1_000 + 1_000 && age > -clockSlackMs ? undefined : 'AccessDenied';
}
