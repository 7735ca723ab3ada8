import type { Instant } from '../time';
import type { Cbor, CborKey } from './cbor';
import { readingClaims } from './cbor-claims';
import { claim, fromSeconds, toSeconds } from './claims';
import { keyIdOf } from './public-key';
import { header, readMessage, type SignedMessage, signMessage } from './signed-message';
import { statusListSize } from './status-bits';
import type { Signer, VerifyBytes } from './suites';
import { keysNamed, type TrustList } from './trust-list';

/** Which passes of an issuer were revoked, as it was at an instant. */
export interface StatusList {
  /** Where it stands: the one that the trust list names. */
  readonly url: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** For so long it need not be asked for again. */
  readonly timeToLiveMs: number;
  /** See {@link statusListSize}. */
  readonly statuses: Uint8Array;
}

/** Packs bytes in the zlib form (RFC 1950): `deflateSync` of Node. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;
/** Unpacks them, giving nothing where there are not exactly `length`: a small text must not fill a validator's memory. */
export type Inflate = (bytes: Uint8Array, length: number) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** The media type of the list, which is in its head too, so that nothing else that a key signed is taken for one. */
export const statusListType = 'application/statuslist+cwt';
const bitsEach = 1;

/** Signs a list in the form of the IETF's Token Status List: one bit each, valid or not. */
export function signStatusList(list: StatusList, signer: Signer, deflate: Deflate): Promise<Uint8Array> {
  const packed = new Map<CborKey, Cbor>([
    ['bits', bitsEach],
    ['lst', deflate(list.statuses)],
  ]);
  const claims = new Map<CborKey, Cbor>([
    [claim.subject, list.url],
    [claim.expiresAt, toSeconds(list.expiresAt)],
    [claim.issuedAt, toSeconds(list.issuedAt)],
    [claim.timeToLive, toSeconds(list.timeToLiveMs)],
    [claim.statusList, packed],
  ]);
  const by = { suite: signer.key.suite, sign: signer.sign };
  return signMessage(
    by,
    [
      [header.keyId, keyIdOf(signer.key)],
      [header.type, statusListType],
    ],
    claims,
  );
}

/** What is known when a status list comes. */
export interface StatusListOffer {
  readonly bytes: Uint8Array;
  /** Where it was asked for. */
  readonly url: string;
  readonly trustList: TrustList;
  /** The one that is held of that place. */
  readonly held: StatusList | undefined;
}

/** Takes a list that a status key of the trust list signed for the place where it was asked for, and that is not older than the one held. */
export async function takeStatusList(
  { bytes, url, trustList, held }: StatusListOffer,
  verify: VerifyBytes,
  inflate: Inflate,
): Promise<StatusList | undefined> {
  const message = readMessage(bytes);
  const read = message && readStatusList(message);
  if (!message || read?.url !== url || !(await isSigned(message, url, trustList, verify))) return undefined;
  const statuses = await inflate(read.packed, statusListSize / 8);
  if (statuses?.length !== statusListSize / 8 || (held && read.issuedAt < held.issuedAt)) return undefined;
  return { url, issuedAt: read.issuedAt, expiresAt: read.expiresAt, timeToLiveMs: read.timeToLiveMs, statuses };
}

async function isSigned(message: SignedMessage, url: string, list: TrustList, verify: VerifyBytes): Promise<boolean> {
  const keyId = message.headers.get(header.keyId);
  if (!(keyId instanceof Uint8Array)) return false;
  for (const { key, statusListUrl } of keysNamed(list, 'status-list', keyId))
    if (statusListUrl === url && key.suite === message.suite && (await verify(key, message.signed, message.signature)))
      return true;
  return false;
}

function readStatusList({ headers, payload }: SignedMessage) {
  if (headers.size !== 3 || headers.get(header.type) !== statusListType) return undefined;
  const claims = readingClaims(payload);
  const list = readingClaims(claims.map(claim.statusList));
  const read = {
    url: claims.text(claim.subject),
    issuedAt: fromSeconds(claims.whole(claim.issuedAt)),
    expiresAt: fromSeconds(claims.whole(claim.expiresAt)),
    timeToLiveMs: fromSeconds(claims.whole(claim.timeToLive)),
    packed: list.octets('lst'),
  };
  const isOneBit = list.whole('bits') === bitsEach;
  return isOneBit && claims.isExact() && list.isExact() ? read : undefined;
}
