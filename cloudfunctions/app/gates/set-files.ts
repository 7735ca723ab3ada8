import { createHash, createPublicKey, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import type { CardSet } from '@tongcheng/shared/gates/card-set';
import type { SetCryptography } from '@tongcheng/shared/gates/held-set';
import { bodyOf, deltaBody, type SetEntry } from '@tongcheng/shared/gates/set-body';
import { setFileHead } from '@tongcheng/shared/gates/set-file';
import { type SetHeader, setHeaderText } from '@tongcheng/shared/gates/set-header';
import type { Chance } from '../../ports/chance';
import type { ObjectStore } from '../../ports/object-store';
import type { SetSigner } from './server-keys';
import type { KeptSetFile } from './set-record';

/** What writing files takes. */
export interface SetFileNeeds {
  readonly objects: ObjectStore;
  readonly chance: Chance;
}

/** What a head says besides what follows from the set and its body. */
export type ToldOfSet = Pick<SetHeader, 'city' | 'epoch' | 'version' | 'madeAt' | 'testsSince'>;

const contentType = 'application/octet-stream';

/** The key of a new file: never one that was there, so that none is ever changed. */
const newFileKey = ({ chance }: Pick<SetFileNeeds, 'chance'>, { city, epoch, version }: ToldOfSet): string =>
  `card-sets/${city}/${epoch}/${version}-${Buffer.from(chance.bytes(8)).toString('hex')}`;

/** Writes a snapshot of a set as a signed file: read twice, never held whole. */
export async function writeSnapshot(
  needs: SetFileNeeds,
  signer: SetSigner,
  told: ToldOfSet,
  set: CardSet,
): Promise<KeptSetFile> {
  const cards = set.count();
  const header = { ...told, cards, entries: cards, check: set.check() };
  return writeFile(needs, signer, told, header, () => bodyOf(set));
}

/** Writes a delta as a signed file: what a set of the version `from` has to change to be this one. */
export async function writeDelta(
  needs: SetFileNeeds,
  signer: SetSigner,
  told: ToldOfSet & { readonly from: number },
  set: CardSet,
  changes: readonly SetEntry[],
): Promise<KeptSetFile> {
  const body = deltaBody(changes);
  const header = { ...told, cards: set.count(), entries: changes.length, check: set.check() };
  return writeFile(needs, signer, told, header, () => [body]);
}

async function writeFile(
  needs: SetFileNeeds,
  signer: SetSigner,
  told: ToldOfSet,
  header: Omit<SetHeader, 'bytes' | 'sha256' | 'keyId'>,
  body: () => Iterable<Uint8Array>,
): Promise<KeptSetFile> {
  const ofBody = digestOf(body());
  const whole: SetHeader = { ...header, ...ofBody, keyId: signer.keyId };
  const head = Buffer.from(setFileHead(whole, signer.sign(setHeaderText(whole))));
  const parts = function* () {
    yield head;
    yield* body();
  };
  const key = newFileKey(needs, told);
  await needs.objects.put(key, Readable.from(parts()), contentType);
  return { key, version: told.version, ...digestOf(parts()) };
}

function digestOf(parts: Iterable<Uint8Array>): { readonly bytes: number; readonly sha256: string } {
  const running = createHash('sha256');
  let bytes = 0;
  for (const part of parts) {
    running.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: running.digest('hex') };
}

/** Writes the ends of statuses, for the server alone: a body without a head. */
export async function writeEnds(
  needs: SetFileNeeds,
  told: ToldOfSet,
  ends: CardSet | readonly SetEntry[],
): Promise<string> {
  const key = `${newFileKey(needs, told)}-ends`;
  const body = 'check' in ends ? Readable.from(bodyOf(ends)) : deltaBody(ends);
  await needs.objects.put(key, body, contentType);
  return key;
}

/** How this server reads its own files: by the key that signed them. */
export function ownCryptography({ keyId, publicKey }: SetSigner): SetCryptography {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return {
    isSigned: (text, signature, named) =>
      named === keyId && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url')),
    digest() {
      const running = createHash('sha256');
      return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
    },
  };
}
