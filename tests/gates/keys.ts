import { createHash, createHmac, generateKeyPairSync, sign, verify } from 'node:crypto';
import { type CardHash, cardHash, cardTokenText } from '@tongcheng/shared/gates/card-hash';
import type { CardSet } from '@tongcheng/shared/gates/card-set';
import type { SetCryptography } from '@tongcheng/shared/gates/held-set';
import { bodyOf, deltaBody, type SetEntry } from '@tongcheng/shared/gates/set-body';
import { setFileHead } from '@tongcheng/shared/gates/set-file';
import { type SetHeader, setHeaderText } from '@tongcheng/shared/gates/set-header';

const pair = generateKeyPairSync('ed25519');

/** The set key as a server tells it. */
export const setKey = { keyId: 'set-1', publicKey: pair.publicKey.export({ format: 'jwk' }).x ?? '' };

/** A gate's own cryptography, on Node, trusting one set key. */
export const cryptography: SetCryptography = {
  isSigned: (text, signature, keyId) =>
    keyId === 'set-1' && verify(null, Buffer.from(text), pair.publicKey, Buffer.from(signature, 'base64url')),
  digest() {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
  },
};

const hmac = (key: Uint8Array, message: string | Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(message).digest();

/** The keys of a week: a reader's and an epoch's. */
export const readerKey = Buffer.alloc(32, 1);
export const epochKey = Buffer.alloc(32, 2);

/** Where a card of Beijing stands in a set. */
export const hashOf = (number: string, key: Uint8Array = epochKey): CardHash =>
  cardHash(hmac(key, hmac(readerKey, cardTokenText('beijing-yikatong', number))));

/** A signed file of a body, by what stands in its head besides. */
function signedFile(header: Omit<SetHeader, 'bytes' | 'sha256'>, body: Uint8Array): Uint8Array {
  const whole = { ...header, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') };
  const signature = sign(null, Buffer.from(setHeaderText(whole)), pair.privateKey).toString('base64url');
  return Buffer.concat([Buffer.from(setFileHead(whole, signature)), body]);
}

/** What the head of a file says besides body and set. */
export type Told = Pick<SetHeader, 'version' | 'madeAt' | 'testsSince'> &
  Partial<Pick<SetHeader, 'city' | 'epoch' | 'keyId'>>;

const headOf = (told: Told, set: CardSet) => ({
  ...{ city: '110000', epoch: '2022-22', keyId: 'set-1' },
  ...told,
  ...{ cards: set.count(), check: set.check() },
});

/** A snapshot of a set. */
export const snapshotOf = (set: CardSet, told: Told): Uint8Array =>
  signedFile({ ...headOf(told, set), entries: set.count() }, Buffer.concat([...bodyOf(set)]));

/** A delta that leads from the version before to this set. */
export const deltaTo = (
  set: CardSet,
  changes: readonly SetEntry[],
  told: Told & { readonly from: number },
): Uint8Array => signedFile({ ...headOf(told, set), from: told.from, entries: changes.length }, deltaBody(changes));
