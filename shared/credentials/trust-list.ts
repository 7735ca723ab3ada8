import { type Instant, minuteMs } from '../time';
import type { Cbor, CborKey } from './cbor';
import { readingClaims } from './cbor-claims';
import { type CredentialKind, credentialKinds } from './certificate';
import { claim, fromSeconds, toSeconds } from './claims';
import { coseKeyOf, keyIdOf, readCoseKey } from './public-key';
import { isSame } from './read-cbor';
import { header, readMessage, signMessage } from './signed-message';
import type { PassKey, Signer, VerifyBytes } from './suites';

/** What a key is for. A key has one use; their order is their number. */
const keyUses = ['certificates', 'status-list'] as const;
export type KeyUse = (typeof keyUses)[number];

/** A key that validators believe. */
export interface TrustedKey {
  readonly key: PassKey;
  readonly use: KeyUse;
  /** The city of its issuer, six digits. */
  readonly city: string;
  /** What it may sign. */
  readonly kinds: readonly CredentialKind[];
  /** It signs what is issued in [notBefore, notAfter). */
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Whatever it signs admits nobody. */
  readonly demonstration: boolean;
  /** Where the statuses of its passes stand. A code never says where a validator should look. */
  readonly statusListUrl: string;
}

/** All that a validator needs to check passes with nobody online. */
export interface TrustList {
  /** Counts up with every change; a lower one is never taken again. */
  readonly version: number;
  readonly issuedAt: Instant;
  /** No pass is valid by a list that is over. */
  readonly expiresAt: Instant;
  readonly keys: readonly TrustedKey[];
}

const listType = 'application/tongcheng-trust-list+cwt';
const own = { version: 1, keys: 2 } as const;
const field = {
  key: 1,
  use: 2,
  city: 3,
  kinds: 4,
  notBefore: 5,
  notAfter: 6,
  demonstration: 7,
  statusListUrl: 8,
} as const;

/** Signs a list by the root, whose public key validators are enrolled with. */
export function signTrustList(list: TrustList, root: Signer): Promise<Uint8Array> {
  const ours = new Map<CborKey, Cbor>([
    [own.version, list.version],
    [own.keys, list.keys.map(entryOf)],
  ]);
  const claims = new Map<CborKey, Cbor>([
    [claim.expiresAt, toSeconds(list.expiresAt)],
    [claim.issuedAt, toSeconds(list.issuedAt)],
    [claim.own, ours],
  ]);
  const signer = { suite: root.key.suite, sign: root.sign };
  return signMessage(
    signer,
    [
      [header.keyId, keyIdOf(root.key)],
      [header.type, listType],
    ],
    claims,
  );
}

function entryOf(trusted: TrustedKey): Cbor {
  const entry = new Map<CborKey, Cbor>([
    [field.key, coseKeyOf(trusted.key)],
    [field.use, keyUses.indexOf(trusted.use)],
    [field.city, trusted.city],
    [field.kinds, trusted.kinds.map((kind) => credentialKinds.indexOf(kind))],
    [field.notBefore, toSeconds(trusted.notBefore)],
    [field.notAfter, toSeconds(trusted.notAfter)],
    [field.statusListUrl, trusted.statusListUrl],
  ]);
  return trusted.demonstration ? entry.set(field.demonstration, true) : entry;
}

/** Why a list is not taken. Whatever was held stays. */
const listRefusals = ['not-a-list', 'not-by-the-root', 'rolled-back', 'expired', 'from-the-future'] as const;
type ListRefusal = (typeof listRefusals)[number];

/** A list that was taken, or why it was not. */
export type TakenTrustList =
  | { readonly ok: true; readonly list: TrustList }
  | { readonly ok: false; readonly refusal: ListRefusal };

/** What is known when a list comes. */
export interface TrustListOffer {
  readonly bytes: Uint8Array;
  readonly root: PassKey;
  /** The list that is held; undefined on a validator's first. */
  readonly held: TrustList | undefined;
  readonly now: Instant;
}

/** How far the server's clock may be ahead of a validator's. */
const clockToleranceMs = minuteMs / 4;

/** Takes a list that the root signed, that is not older than the one held and not over. */
export async function takeTrustList(offer: TrustListOffer, verify: VerifyBytes): Promise<TakenTrustList> {
  const message = readMessage(offer.bytes);
  const list = message && readTrustList(message.headers, message.payload);
  if (!message || !list) return { ok: false, refusal: 'not-a-list' };
  const isRoots = message.suite === offer.root.suite && (await verify(offer.root, message.signed, message.signature));
  const refusal = isRoots ? refusalOf(list, offer) : 'not-by-the-root';
  return refusal ? { ok: false, refusal } : { ok: true, list };
}

function refusalOf(list: TrustList, { held, now }: TrustListOffer): ListRefusal | undefined {
  if (held && (list.version < held.version || list.issuedAt < held.issuedAt)) return 'rolled-back';
  if (list.expiresAt <= now) return 'expired';
  return list.issuedAt > now + clockToleranceMs ? 'from-the-future' : undefined;
}

function readTrustList(headers: ReadonlyMap<CborKey, Cbor>, payload: Cbor): TrustList | undefined {
  if (headers.size !== 3 || headers.get(header.type) !== listType || !headers.has(header.keyId)) return undefined;
  const claims = readingClaims(payload);
  const ours = readingClaims(claims.map(claim.own));
  const keys = ours.list(own.keys).map(readEntry);
  const list = {
    version: ours.whole(own.version),
    issuedAt: fromSeconds(claims.whole(claim.issuedAt)),
    expiresAt: fromSeconds(claims.whole(claim.expiresAt)),
    keys: keys.flatMap((key) => key ?? []),
  };
  return claims.isExact() && ours.isExact() && list.keys.length === keys.length ? list : undefined;
}

function readEntry(value: Cbor): TrustedKey | undefined {
  const entry = readingClaims(value);
  const key = readCoseKey(entry.map(field.key));
  const use = keyUses[entry.whole(field.use)];
  const numbers = entry.list(field.kinds);
  const kinds = credentialKinds.filter((_, index) => numbers.includes(index));
  const city = entry.text(field.city);
  if (!key || !use || !/^\d{6}$/.test(city)) return undefined;
  const trusted = {
    key,
    use,
    city,
    kinds,
    notBefore: fromSeconds(entry.whole(field.notBefore)),
    notAfter: fromSeconds(entry.whole(field.notAfter)),
    demonstration: entry.mark(field.demonstration),
    statusListUrl: entry.text(field.statusListUrl),
  };
  return entry.isExact() ? trusted : undefined;
}

/** The keys of a use that a short name may mean: two may share it. */
export const keysNamed = ({ keys }: TrustList, use: KeyUse, keyId: Uint8Array): readonly TrustedKey[] =>
  keys.filter((trusted) => trusted.use === use && isSame(keyIdOf(trusted.key), keyId));
