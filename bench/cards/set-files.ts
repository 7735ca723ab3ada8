import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomFillSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardHash, cardTokenText } from '@tongcheng/shared/gates/card-hash';
import { type CardSet, newCardSet } from '@tongcheng/shared/gates/card-set';
import { bodyOf, deltaBody, type SetEntry } from '@tongcheng/shared/gates/set-body';
import { setFileHead } from '@tongcheng/shared/gates/set-file';
import { type SetHeader, setHeaderText } from '@tongcheng/shared/gates/set-header';
import { hourMs } from '@tongcheng/shared/time';

/** Keys of the bench; a gate gets such ones when it signs in. */
export const keys = { reader: Buffer.alloc(32, 1), epoch: Buffer.alloc(32, 2) } as const;

/** So many cards have numbers that taps can be made of; of the others only the hash is there. */
export const tappedCards = 200_000;

const hmac = (key: Uint8Array, message: string | Uint8Array) => createHmac('sha256', key).update(message).digest();

/** What a reader makes of a number. */
export const tokenOf = (number: number): Buffer =>
  hmac(keys.reader, cardTokenText('beijing-yikatong', numberText(number)));

/** A number of seventeen digits, as Beijing prints them. */
export const numberText = (number: number): string => `1000751${String(number).padStart(10, '0')}`;

/** Hour of the test of a card: within the last two days. */
const statusOf = (number: number, now: number): number => (Math.floor(now / hourMs) - (number % 48)) % 192;

/** Where the files of a bench are, and the key that signed them. */
export interface SetFiles {
  readonly snapshot: string;
  readonly delta: string;
  readonly deltaBytes: number;
  readonly snapshotBytes: number;
  readonly publicKey: string;
  readonly now: number;
}

/** Writes a snapshot of so many cards, and a delta of so many changes: half new statuses, a quarter new cards, a quarter cards that go. */
export async function writeSetFiles(folder: string, cards: number, changes: number): Promise<SetFiles> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const now = Date.now();
  const set = filled(cards, now);
  const snapshot = join(folder, 'cards.set');
  const head = headOf(set, now, { version: 1, entries: set.count() });
  const snapshotBytes = await writeSnapshot(snapshot, head, set, privateKey);
  const changed = changesOf(changes, now);
  for (const each of changed)
    if (each.status === 255) set.remove(each);
    else set.put(each, each.status);
  const body = deltaBody(changed);
  const delta = join(folder, 'cards.delta');
  const deltaHead = signedHead(
    headOf(set, now, { version: 2, from: 1, entries: changed.length }),
    digestOf([body]),
    privateKey,
  );
  writeFileSync(delta, Buffer.concat([deltaHead, body]));
  const publicText = publicKey.export({ format: 'jwk' }).x ?? '';
  return { snapshot, delta, deltaBytes: deltaHead.length + body.length, snapshotBytes, publicKey: publicText, now };
}

function filled(cards: number, now: number): CardSet {
  const set = newCardSet();
  const chance = Buffer.alloc(8 * 65_536);
  for (let number = 0; number < cards; number += 1) {
    const at = (number % 65_536) * 8;
    if (at === 0) randomFillSync(chance);
    const mac = number < tappedCards ? hmac(keys.epoch, tokenOf(number)) : chance.subarray(at, at + 8);
    set.put(cardHash(mac), statusOf(number, now));
  }
  return set;
}

function changesOf(changes: number, now: number): readonly SetEntry[] {
  const chance = randomFillSync(Buffer.alloc(8 * changes));
  return Array.from({ length: changes }, (_, index) => {
    const known = cardHash(hmac(keys.epoch, tokenOf(index)));
    if (index % 4 === 3)
      return { ...cardHash(chance.subarray(index * 8, index * 8 + 8)), status: statusOf(index, now) };
    return { ...known, status: index % 4 === 2 ? 255 : 195 };
  });
}

const headOf = (
  set: CardSet,
  now: number,
  more: Pick<SetHeader, 'version' | 'entries'> & Partial<SetHeader>,
): SetHeader => ({
  ...{ city: '110000', epoch: '2022-22', madeAt: now, testsSince: now - 48 * hourMs, keyId: 'set-1' },
  ...{ cards: set.count(), check: set.check(), bytes: 0, sha256: '' },
  ...more,
});

function digestOf(pieces: Iterable<Uint8Array>) {
  const digest = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    digest.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: digest.digest('hex') };
}

function signedHead(header: SetHeader, body: Pick<SetHeader, 'bytes' | 'sha256'>, key: KeyObject): Buffer {
  const whole = { ...header, ...body };
  return Buffer.from(setFileHead(whole, sign(null, Buffer.from(setHeaderText(whole)), key).toString('base64url')));
}

async function writeSnapshot(path: string, header: SetHeader, set: CardSet, key: KeyObject): Promise<number> {
  const body = digestOf(bodyOf(set));
  const head = signedHead(header, body, key);
  const file = createWriteStream(path);
  file.write(head);
  for (const piece of bodyOf(set)) if (!file.write(piece)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return head.length + body.bytes;
}
