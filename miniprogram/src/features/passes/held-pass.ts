import { fromBase64url } from '@tongcheng/shared/credentials/base64url';
import { type Certificate, readCertificate } from '@tongcheng/shared/credentials/certificate';
import type { SignedPass } from '@tongcheng/shared/passes/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { HolderKey } from '../../client/holder-key';
import { hasFields } from '../../client/records';

/** Name and number as they were typed on this page; in memory only. */
export interface TypedHolder {
  readonly name: string;
  readonly number: string;
}

/** A pass that this phone can show. */
export interface HeldPass {
  readonly signed: SignedPass;
  readonly certificate: Certificate;
  readonly bytes: Uint8Array;
  readonly opening: Uint8Array;
  readonly key: HolderKey;
  /** How far the server's clock was ahead of the phone's when the certificate came. */
  readonly aheadMs: number;
  readonly typed: TypedHolder | undefined;
}

/** A pass as it came; undefined where it is not over this key, or not in form. */
export function heldPass(
  signed: SignedPass,
  key: HolderKey,
  aheadMs: number | { readonly phoneNow: Instant },
  typed?: TypedHolder,
): HeldPass | undefined {
  const [bytes, opening] = [fromBase64url(signed.certificate), fromBase64url(signed.opening)];
  const certificate = bytes && readCertificate(bytes);
  if (!bytes || !opening || !certificate) return undefined;
  const ahead = typeof aheadMs === 'number' ? aheadMs : certificate.issuedAt - aheadMs.phoneNow;
  return { signed, certificate, bytes, opening, key, aheadMs: ahead, typed };
}

/** A pass as the phone keeps it for the next start: whose, in which city, and the mark that must stand with it. */
interface KeptPass {
  readonly mark: string;
  readonly accountId: string;
  readonly city: string;
  readonly aheadMs: number;
  readonly signed: SignedPass;
}

/** What is kept, as text. */
export const keptText = (kept: KeptPass): string => JSON.stringify(kept);

/** What such a text says; undefined where it is none of ours. */
export function readKept(text: string): KeptPass | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isKept = (value: unknown): value is KeptPass =>
  hasFields(value, 'mark', 'accountId', 'city', 'aheadMs', 'signed') &&
  hasFields(value.signed, 'pass', 'certificate', 'opening', 'showsUntil');
