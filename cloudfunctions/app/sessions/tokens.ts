import { createHmac, timingSafeEqual } from 'node:crypto';
import { storedForm } from '@tongcheng/shared/stored-form';
import type { Clock } from '../../ports/clock';
import { Claims } from './claims';

const claimsForm = storedForm(Claims);

/** Key id of the tokens of today; a later key gets another. */
const keyId = 'a1';

/** Issues and reads access tokens: `a1.<claims>.<mac>`, HMAC-SHA-256; reading costs no store call. */
export interface Tokens {
  issue(claims: Claims): string;
  /**
   * Undefined when forged, changed, truncated, of another key, or expired. `unreadable` when it is ours and of a release whose
   * claims this one cannot read: its bearer renews.
   */
  read(token: string): Claims | 'unreadable' | undefined;
}

/** Tokens under one key of 32 bytes (`keys.derive('access-tokens')`). */
export function makeTokens(key: Uint8Array, clock: Clock): Tokens {
  const macKey = Buffer.from(key);
  const macOf = (text: string) => createHmac('sha256', macKey).update(text).digest('base64url');
  return {
    issue: (claims) => {
      const signed = `${keyId}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${signed}.${macOf(signed)}`;
    },
    read: (token) => {
      const end = Math.max(token.lastIndexOf('.'), 0);
      const signed = token.slice(0, end);
      if (!signed.startsWith(`${keyId}.`) || !sameText(token.slice(end + 1), macOf(signed))) return undefined;
      const text = Buffer.from(signed.slice(keyId.length + 1), 'base64url').toString('utf8');
      const claims = claimsForm.read(JSON.parse(text))?.value;
      if (!claims) return 'unreadable';
      return claims.expiresAt > clock.now() ? claims : undefined;
    },
  };
}

/** Compared as text: the last character of base64url has spare bits, and each token shall have one form only. */
function sameText(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
