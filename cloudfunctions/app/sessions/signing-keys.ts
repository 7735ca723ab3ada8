import { createHmac } from 'node:crypto';

/** The keys with which phones sign what they keep (decision 108): derived, never stored, one for each session of an account. */
export interface SigningKeys {
  /** 32 bytes. */
  keyOf(accountId: string, sessionId: string): Uint8Array;
}

/** Signing keys under one key of 32 bytes (`keys.derive('scan-signing')`). */
export const makeSigningKeys = (key: Uint8Array): SigningKeys => ({
  keyOf: (accountId, sessionId) => createHmac('sha256', key).update(`${accountId}.${sessionId}`).digest(),
});
