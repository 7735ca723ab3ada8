import { utf8 } from '../hmac-sha-256';
import { type Instant, minuteMs } from '../time';
import type { Cbor, CborKey } from './cbor';
import { readingClaims } from './cbor-claims';
import { claim, fromSeconds, toSeconds } from './claims';
import { passIdBytes, passIdOf } from './pass-id';
import { coseKeyOf, hasKeyForm, keyIdBytes, keyIdOf, readCoseKey } from './public-key';
import { header, readMessage, type SignedMessage, signMessage } from './signed-message';
import { statusListSize } from './status-bits';
import type { PassKey, Signer } from './suites';

/** What a credential lets its holder do. Their order is their number in a certificate: new kinds are added behind. */
export const credentialKinds = ['temporary-identity', 'city-ride', 'ticket'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

/** Longest life of a certificate: after it the person is checked again (P-07). */
export const longestCertificateMs = 30 * minuteMs;

/** Longest masked name, in bytes of UTF-8: what keeps the code within version 13. */
export const longestNameBytes = 18;
/** Length of a commitment. */
export const commitmentBytes = 16;

/** What the server says of a phone for at most half an hour: whose pass it shows and by which key it signs. */
export interface Certificate {
  /** The pass, by its id: the same in all certificates of it. */
  readonly passId: string;
  readonly kind: CredentialKind;
  readonly issuedAt: Instant;
  /** Half-open, as every end here; not after the pass's own end. */
  readonly expiresAt: Instant;
  readonly passEndsAt: Instant;
  /** Masked. */
  readonly name: string;
  /** The last four signs of the document's number. */
  readonly numberEnd: string;
  /** Binds name and number, tells neither; see `commitmentOf`. */
  readonly commitment: Uint8Array;
  /** The pass's place in the status list of its issuer. */
  readonly statusIndex: number;
  /** The phone's key. */
  readonly holder: PassKey;
  /** Admits nobody. */
  readonly demonstration: boolean;
}

const own = { kind: 1, name: 2, numberEnd: 3, commitment: 4, passEndsAt: 5, statusIndex: 6, demonstration: 7 } as const;
const confirmedKey = 1;
const numberEndPattern = /^\d{3}[\dX]$/;

/**
 * Signs a certificate: a CBOR web token (RFC 8392) with the phone's key as its confirmation (RFC 8747). A RangeError where it breaks a rule of its
 * own: too long a life, a name that does not fit.
 */
export async function signCertificate(certificate: Certificate, issuer: Signer): Promise<Uint8Array> {
  const signer = { suite: issuer.key.suite, sign: issuer.sign };
  const claims = claimsOf(certificate);
  if (!readClaims(claims)) throw new RangeError('a certificate breaks a rule of certificates');
  return signMessage(signer, [[header.keyId, keyIdOf(issuer.key)]], claims);
}

function claimsOf(certificate: Certificate): ReadonlyMap<CborKey, Cbor> {
  return new Map<CborKey, Cbor>([
    [claim.expiresAt, toSeconds(certificate.expiresAt)],
    [claim.issuedAt, toSeconds(certificate.issuedAt)],
    [claim.tokenId, passIdBytes(certificate.passId)],
    [claim.confirmation, new Map<CborKey, Cbor>([[confirmedKey, coseKeyOf(certificate.holder)]])],
    [claim.own, ownClaimsOf(certificate)],
  ]);
}

function ownClaimsOf(certificate: Certificate): ReadonlyMap<CborKey, Cbor> {
  const claims = new Map<CborKey, Cbor>([
    [own.kind, credentialKinds.indexOf(certificate.kind)],
    [own.name, certificate.name],
    [own.numberEnd, certificate.numberEnd],
    [own.commitment, certificate.commitment],
    [own.passEndsAt, toSeconds(certificate.passEndsAt)],
    [own.statusIndex, certificate.statusIndex],
  ]);
  return certificate.demonstration ? claims.set(own.demonstration, true) : claims;
}

/** A certificate as it was read, with the name of the key that should have signed it. */
export interface ReadCertificate {
  readonly certificate: Certificate;
  readonly keyId: Uint8Array;
}

/** What a message says if it is a certificate in every form; undefined otherwise. Its signature is not looked at. */
export function certificateIn({ headers, payload }: SignedMessage): ReadCertificate | undefined {
  const keyId = headers.get(header.keyId);
  if (headers.size !== 2 || !(keyId instanceof Uint8Array) || keyId.length !== keyIdBytes) return undefined;
  const certificate = readClaims(payload);
  return certificate && { certificate, keyId };
}

/** The certificate of these bytes by its form alone, for the phone that it was given to; undefined where it is none. */
export function readCertificate(bytes: Uint8Array): Certificate | undefined {
  const message = readMessage(bytes);
  return message && certificateIn(message)?.certificate;
}

function readClaims(value: Cbor): Certificate | undefined {
  const claims = readingClaims(value);
  const confirmation = readingClaims(claims.map(claim.confirmation));
  const holder = readCoseKey(confirmation.map(confirmedKey));
  const ours = readingClaims(claims.map(claim.own));
  const kind = credentialKinds[ours.whole(own.kind)];
  const passId = passIdOf(claims.octets(claim.tokenId));
  if (!holder || !kind || passId === undefined) return undefined;
  const certificate = {
    passId,
    kind,
    issuedAt: fromSeconds(claims.whole(claim.issuedAt)),
    expiresAt: fromSeconds(claims.whole(claim.expiresAt)),
    passEndsAt: fromSeconds(ours.whole(own.passEndsAt)),
    name: ours.text(own.name),
    numberEnd: ours.text(own.numberEnd),
    commitment: ours.octets(own.commitment),
    statusIndex: ours.whole(own.statusIndex),
    holder,
    demonstration: ours.mark(own.demonstration),
  };
  const isExact = claims.isExact() && confirmation.isExact() && ours.isExact();
  return isExact && isAllowed(certificate) ? certificate : undefined;
}

function isAllowed({ issuedAt, expiresAt, passEndsAt, ...said }: Certificate): boolean {
  const lives = expiresAt > issuedAt && expiresAt - issuedAt <= longestCertificateMs && expiresAt <= passEndsAt;
  const name = utf8(said.name).length;
  return (
    lives &&
    name > 0 &&
    name <= longestNameBytes &&
    numberEndPattern.test(said.numberEnd) &&
    said.commitment.length === commitmentBytes &&
    said.statusIndex < statusListSize &&
    hasKeyForm(said.holder)
  );
}
