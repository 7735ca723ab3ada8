import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import type { Chance } from '../../ports/chance';

const stepSeconds = 30;

/** A new secret for one-time codes (RFC 6238): 160 bits, base 32. */
export const newTotpSecret = (chance: Chance): string => totpSecretOf(chance.bytes(20));

/** 160 bits as such a secret. */
export const totpSecretOf = (bits: Uint8Array): string => new ScureBase32Plugin().encode(bits);

/** The address that an authenticator app reads from a QR code. */
export const totpUri = (login: string, secret: string): string =>
  generateURI({ secret, label: login, issuer: 'Tongcheng 同乘' });

/** The time step of a right code, one step of clock difference allowed; undefined for a wrong one. */
export function stepOf(secret: string, code: string, nowMs: number): number | undefined {
  const epoch = Math.floor(nowMs / 1_000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: stepSeconds });
  return result.valid ? Math.floor(epoch / stepSeconds) + result.delta : undefined;
}

/** The code of a secret at a moment, as an authenticator app shows it; for the simulated officials of a demonstration. */
export const codeAt = (secret: string, nowMs: number): string =>
  generateSync({ secret, epoch: Math.floor(nowMs / 1_000) });
