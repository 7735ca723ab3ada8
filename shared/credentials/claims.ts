import type { Instant } from '../time';

/**
 * Names of claims: of CBOR web tokens (RFC 8392; `cnf` RFC 8747; `nonce` RFC 9711; the status list's of the IETF's Token Status List), and one of
 * the range for private use which holds what is ours.
 */
export const claim = {
  subject: 2,
  expiresAt: 4,
  issuedAt: 6,
  tokenId: 7,
  confirmation: 8,
  nonce: 10,
  statusList: 65_533,
  timeToLive: 65_534,
  own: -65_537,
} as const;

const secondMs = 1_000;

/** An instant as a token has it: whole seconds, those of its beginning. */
export const toSeconds = (at: Instant): number => Math.floor(at / secondMs);

/** The instant of such seconds. */
export const fromSeconds = (seconds: number): Instant => seconds * secondMs;
