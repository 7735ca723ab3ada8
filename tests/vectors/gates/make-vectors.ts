import {
  createCipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  sign,
} from 'node:crypto';
import { cardHash, cardTokenText } from '@tongcheng/shared/gates/card-hash';
import { newCardSet } from '@tongcheng/shared/gates/card-set';
import { type GateTap, gateDecision } from '@tongcheng/shared/gates/gate-decision';
import type { GatePlace } from '@tongcheng/shared/gates/gate-place';
import { bodyOf, deltaBody, type SetEntry } from '@tongcheng/shared/gates/set-body';
import { setFileHead } from '@tongcheng/shared/gates/set-file';
import { type SetHeader, setHeaderText } from '@tongcheng/shared/gates/set-header';
import { cardStatus, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { tapSealContext, tapSealText, tapsText } from '@tongcheng/shared/gates/taps-text';
import { hourMs } from '@tongcheng/shared/time';

/** The first test key of RFC 8032, published there: whatever it signs proves nothing. */
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';

const [readerKey, epochKey] = [Buffer.alloc(32, 0x11), Buffer.alloc(32, 0x22)];
const now = Date.parse('2022-06-02T08:20:00+08:00');

const hmac = (key: Uint8Array, message: string | Uint8Array) => createHmac('sha256', key).update(message).digest();

function hashed(kind: string, number: string) {
  const token = hmac(readerKey, cardTokenText(kind, number));
  const mac = hmac(epochKey, token);
  const { page, remainder } = cardHash(mac);
  return { kind, number, token: token.toString('hex'), mac: mac.toString('hex'), page, remainder };
}

const cards = [
  ['beijing-yikatong', '10007510000000017'],
  ['beijing-yikatong', '10007510000000000025'],
  ['t-union', '3104890000000000017'],
  ['wuhantong', '00AB12CD34'],
  ['commemorative-ticket', '2022051800000001'],
] as const;

const cardHashes = {
  about:
    'From a card to its place in a set: token = HMAC-SHA-256(readerKey, "kind:number"), mac = HMAC-SHA-256(epochKey, token); page: the lower 12 bits of its first two bytes; remainder: the six bytes after them. Keys, tokens and macs in hexadecimal.',
  readerKey: readerKey.toString('hex'),
  epochKey: epochKey.toString('hex'),
  cards: cards.map(([kind, number]) => hashed(kind, number)),
};

const statusBytes = {
  about: 'What a status byte says at an instant (milliseconds since 1970). A tested card was tested in [from, before).',
  now,
  bytes: Array.from({ length: 256 }, (_, byte) => ({ byte, says: cardStatus(byte, now) })),
};

const place: GatePlace = {
  direction: 'entry',
  terms: { requires: ['identity', 'green-status', 'negative-test'], testMaxAgeDays: 2 },
  longestAgeMs: 2 * hourMs,
  passingKinds: ['child'],
};
const byHours: GatePlace = { ...place, terms: { requires: ['negative-test'], testMaxAgeHours: 48 } };
const { terms: _terms, ...free } = place;
const hourByte = (at: number) => Math.floor(at / hourMs) % 192;

/** What decisions are asked for: place, age of the set in hours, tap. */
const asked: readonly (readonly [string, GatePlace, number | undefined, Partial<GateTap>])[] = [
  ['tested this morning', place, 1, { status: hourByte(now - hourMs) }],
  ['tested the day before yesterday', place, 1, { status: hourByte(Date.parse('2022-05-31T00:10:00+08:00')) }],
  ['tested three days ago', place, 1, { status: hourByte(Date.parse('2022-05-30T23:50:00+08:00')) }],
  ['48 hours, not over', byHours, 1, { status: hourByte(now - 47 * hourMs) }],
  ['48 hours, over within this hour', byHours, 1, { status: hourByte(now - 48 * hourMs) }],
  ['48 hours, over', byHours, 1, { status: hourByte(now - 49 * hourMs) }],
  ['an hour ahead of the clock', place, 1, { status: hourByte(now + hourMs) }],
  ['not linked', place, 1, {}],
  ['not linked, a child’s', place, 1, { kind: 'child' }],
  ...Object.values(statusClasses).map((status) => [`byte ${status}`, place, 1, { status }] as const),
  ['a byte of a later release', place, 1, { status: 254 }],
  ['the set two hours old', place, 2, { status: hourByte(now) }],
  ['the set older', place, 2.01, { status: hourByte(now) }],
  ['no set', place, undefined, { status: hourByte(now) }],
  ['a set of the future', place, -1, { status: hourByte(now) }],
  ['an exit', { ...place, direction: 'exit' }, undefined, { status: statusClasses.red }],
  ['an alarm', place, undefined, { alarm: true }],
  ['no rule', free, undefined, { status: statusClasses.red }],
];

const decisions = {
  about:
    'What a gate does, by its place, the age of its set (absent: it holds none) and the tap. All at the same instant.',
  now,
  taps: asked.map(([why, where, ageHours, more]) => {
    const tap: GateTap = { kind: 'beijing-yikatong', status: undefined, now, alarm: false, ...more };
    const header = { ...head({ version: 1 }), madeAt: now - (ageHours ?? 0) * hourMs };
    const held = ageHours === undefined ? undefined : { header };
    return { why, place: where, setAgeHours: ageHours, tap, answer: gateDecision(where, held, tap) };
  }),
};

function head(more: Pick<SetHeader, 'version'> & Partial<SetHeader>): SetHeader {
  return {
    ...{ city: '110000', epoch: '2022-22', madeAt: now, testsSince: now - 3 * 24 * hourMs },
    ...{ cards: 0, entries: 0, check: '00000000000000', bytes: 0, sha256: '', keyId: 'set-1' },
    ...more,
  };
}

function file(header: SetHeader, body: Uint8Array): Uint8Array {
  const whole = { ...header, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') };
  const signature = sign(null, Buffer.from(setHeaderText(whole)), privateKey).toString('base64url');
  return Buffer.concat([Buffer.from(setFileHead(whole, signature)), body]);
}

function setFiles() {
  const entries: readonly SetEntry[] = cards.map(([kind, number], index) => ({
    ...hashed(kind, number),
    status: 40 + index,
  }));
  const set = newCardSet();
  for (const each of entries) set.put(each, each.status);
  const snapshot = file(
    head({ version: 7, cards: set.count(), entries: set.count(), check: set.check() }),
    Buffer.concat([...bodyOf(set)]),
  );
  const changes = entries
    .slice(0, 2)
    .map((each, index) => ({ ...each, status: index === 0 ? statusClasses.red : 255 }));
  for (const each of changes)
    if (each.status === 255) set.remove(each);
    else set.put(each, each.status);
  const told = { version: 8, from: 7, cards: set.count(), entries: changes.length, check: set.check() };
  const delta = file(head(told), deltaBody(changes));
  return { entries, changes, snapshot, delta };
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

function setFileVectors() {
  const { entries, changes, snapshot, delta } = setFiles();
  const row = ({ page, remainder, status }: SetEntry) => ({ page, remainder, status });
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    about:
      'A snapshot and the delta after it, signed with the first test key of RFC 8032, and files that are to be refused. In base64; the entries are those of the body. A status of 255 takes a card out.',
    ...{ keyId: 'set-1', publicKey, city: '110000', now },
    snapshot: { file: text(snapshot), entries: entries.map(row) },
    delta: { file: text(delta), entries: changes.map(row) },
    refused: [
      { why: 'a status changed in the body', reason: 'damaged', file: text(flipped(snapshot, snapshot.length - 2)) },
      {
        why: 'the version changed in the head',
        reason: 'not-signed',
        file: text(flipped(snapshot, Buffer.from(snapshot).indexOf('version 7') + 8)),
      },
      { why: 'a byte left out at the end', reason: 'damaged', file: text(snapshot.subarray(0, -1)) },
      { why: 'a delta where nothing is held', reason: 'not-the-next', file: text(delta) },
    ],
  };
}

/** The secret keys of RFC 7748, published there: whatever is sealed to them anybody reads. */
const tapSecret = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb';
const ephemeralSecret = '77076d0a7318a57d3c16c17251b26645df4c14fc4dc2d0d8c2b3b6a6c4bd5f3a';

const x25519 = (secret: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b656e04220420${secret}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const rawPublic = (secret: string) =>
  Buffer.from(createPublicKey(x25519(secret)).export({ format: 'jwk' }).x ?? '', 'base64url');

function sealedTokens() {
  const [tapKey, ephemeral] = [rawPublic(tapSecret), rawPublic(ephemeralSecret)];
  const shared = diffieHellman({ privateKey: x25519(ephemeralSecret), publicKey: createPublicKey(x25519(tapSecret)) });
  const made = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, tapKey]), tapSealContext, 44));
  const deviceId = '01G4DMQ0000000000000000001';
  const rows = cards.map(([kind, number], index) => {
    const tapId = `01G4DMQ${String(index).padStart(3, '0')}0000000000000007`;
    const token = Buffer.from(hashed(kind, number).token, 'hex');
    const cipher = createCipheriv('aes-256-gcm', made.subarray(0, 32), made.subarray(32));
    cipher.setAAD(Buffer.from(tapSealText(deviceId, tapId)));
    const sealed = Buffer.concat([ephemeral, cipher.update(token), cipher.final(), cipher.getAuthTag()]);
    return { tapId, token: token.toString('hex'), sealedToken: sealed.toString('base64url') };
  });
  const text = JSON.stringify({ deviceId, sequence: 1, venueId: '110000-metro-1', taps: [], counts: [] });
  return {
    about:
      'Tokens sealed to a tap key, all with one ephemeral key, which a gate makes anew for each: the secret keys are those of RFC 7748, in hexadecimal. made: the 44 bytes of HKDF. batch: the text of a delivery and its signature by the first test key of RFC 8032.',
    ...{ tapSecret, tapKey: tapKey.toString('base64url'), ephemeralSecret, shared: shared.toString('hex') },
    ...{ made: made.toString('hex'), deviceId, taps: rows },
    refused: [
      { why: 'sealed for another tap', tapId: rows[1]?.tapId, sealedToken: rows[0]?.sealedToken },
      { why: 'a byte changed', tapId: rows[0]?.tapId, sealedToken: changedAt(rows[0]?.sealedToken ?? '', 60) },
      { why: 'a byte left out', tapId: rows[0]?.tapId, sealedToken: rows[0]?.sealedToken.slice(0, -2) },
    ],
    batch: { publicKey, text, signature: sign(null, Buffer.from(tapsText(text)), privateKey).toString('base64url') },
  };
}

const changedAt = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

/** The files of test vectors for makers of gates, by path: `npm run generate` writes them, and a test reads them with other code. */
export const gateVectors = (): Readonly<Record<string, string>> => {
  const files = {
    'card-hashes': cardHashes,
    'status-bytes': statusBytes,
    decisions,
    'set-files': setFileVectors(),
    'sealed-tokens': sealedTokens(),
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      `tests/vectors/gates/${name}.json`,
      `${JSON.stringify(content, null, 1)}\n`,
    ]),
  );
};
