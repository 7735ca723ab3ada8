import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import { Claims } from './claims';

/** Key id of the tokens of today; a later key gets another. */
const keyId = 'a1';

/** Issues and reads access tokens: `a1.<claims>.<mac>`, HMAC-SHA-256; reading costs no store call. */
export interface Tokens {
  issue(claims: Claims): string;
  /** Undefined when forged, changed, truncated, of another key, or expired. */
  read(token: string): Claims | undefined;
}

/** Tokens under one key of 32 bytes (`keys.derive('access-tokens')`). */
export function makeTokens(key: Uint8Array, clock: Clock): Tokens {
  const macKey = Buffer.from(key);
  const macOf = (text: string) => createHmac('sha256', macKey).update(text).digest();
  return {
    issue: (claims) => {
      const signed = `${keyId}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${signed}.${macOf(signed).toString('base64url')}`;
    },
    read: (token) => {
      const end = token.lastIndexOf('.');
      const signed = token.slice(0, Math.max(end, 0));
      const mac = Buffer.from(token.slice(end + 1), 'base64url');
      const expected = macOf(signed);
      if (!signed.startsWith(`${keyId}.`) || mac.length !== expected.length || !timingSafeEqual(mac, expected))
        return undefined;
      const claims = Claims.parse(
        JSON.parse(Buffer.from(signed.slice(keyId.length + 1), 'base64url').toString('utf8')),
      );
      return claims.expiresAt > clock.now() ? claims : undefined;
    },
  };
}
