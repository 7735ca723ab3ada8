import { createDecipheriv, createHash, createHmac, createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTap } from '@tongcheng/cloudfunctions/app/gates/open-tap';
import { type HeldSet, setRefusals } from '@tongcheng/shared/gates/held-set';
import { takeDelta, takingSnapshot } from '@tongcheng/shared/gates/take-set-file';
import * as z from 'zod';

/** The vectors as a maker of gates gets them, and a reader that shares no code with the product: BigInt where it has doubles, the whole file where it has pieces. */
const vectors = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', 'vectors', 'gates', `${name}.json`), 'utf8'));

const hmac = (key: Buffer, message: string | Buffer) => createHmac('sha256', key).update(message).digest();

test('B-11 places of cards follow from keys, kind and number as the page for makers says', () => {
  const Hashes = z.object({
    readerKey: z.string(),
    epochKey: z.string(),
    cards: z.array(
      z.object({
        kind: z.string(),
        number: z.string(),
        token: z.string(),
        mac: z.string(),
        page: z.number(),
        remainder: z.number(),
      }),
    ),
  });
  const { readerKey, epochKey, cards } = Hashes.parse(vectors('card-hashes'));
  expect(cards.length).toBeGreaterThan(3);
  for (const { kind, number, ...told } of cards) {
    const token = hmac(Buffer.from(readerKey, 'hex'), `${kind}:${number}`);
    const mac = hmac(Buffer.from(epochKey, 'hex'), token);
    const page = Number(BigInt(`0x${mac.toString('hex', 0, 2)}`) & 0xfffn);
    const remainder = Number(BigInt(`0x${mac.toString('hex', 2, 8)}`));
    expect(told).toEqual({ token: token.toString('hex'), mac: mac.toString('hex'), page, remainder });
  }
});

const Entry = z.object({ page: z.number(), remainder: z.number(), status: z.number() });
const Files = z.object({
  keyId: z.string(),
  publicKey: z.string(),
  city: z.string(),
  now: z.number(),
  snapshot: z.object({ file: z.string(), entries: z.array(Entry) }),
  delta: z.object({ file: z.string(), entries: z.array(Entry) }),
  refused: z.array(z.object({ why: z.string(), reason: z.enum(setRefusals), file: z.string() })),
});
const files = Files.parse(vectors('set-files'));
const isSigned = (text: string, signature: string) => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: files.publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
};

/** Reads a file as the page for makers describes it. */
function readByThePage(file: Buffer) {
  const bodyAt = file.indexOf('\n\n') + 2;
  const lines = file.toString('latin1', 0, bodyAt - 2).split('\n');
  const [, signature = ''] = (lines.at(-1) ?? '').split(' ');
  const signed = `${lines.slice(0, -1).join('\n')}\n`;
  const head = new Map(
    lines
      .slice(1, -1)
      .map((line) => line.split(' '))
      .map(([word = '', value = '']) => [word, value]),
  );
  const body = file.subarray(bodyAt);
  const entries: z.output<typeof Entry>[] = [];
  let at = 0;
  for (let page = 0; page < 4_096; page += 1) {
    let [count, shift, byte] = [0, 0, 0x80];
    while (byte & 0x80) {
      byte = body.readUInt8(at);
      count |= (byte & 0x7f) << shift;
      [at, shift] = [at + 1, shift + 7];
    }
    for (let left = count; left > 0; left -= 1, at += 7)
      entries.push({ page, remainder: body.readUIntBE(at, 6), status: body.readUInt8(at + 6) });
  }
  return { head, signed, signature, body, entries, restBytes: body.length - at };
}

const sorted = (entries: readonly z.output<typeof Entry>[]) =>
  entries.toSorted((one, other) => one.page - other.page || one.remainder - other.remainder);

test.each(['snapshot', 'delta'] as const)('B-11 a %s is what the page for makers says', (name) => {
  const { file, entries } = files[name];
  const read = readByThePage(Buffer.from(file, 'base64'));
  expect(isSigned(read.signed, read.signature)).toBe(true);
  expect(read.entries).toEqual(sorted(entries));
  expect(read.restBytes).toBe(0);
  expect(read.head.get('entries')).toBe(String(entries.length));
  expect(read.head.get('sha256')).toBe(createHash('sha256').update(read.body).digest('hex'));
});

test('the check of a set is the exclusive or of its entries of seven bytes', () => {
  const { entries } = files.snapshot;
  const sum = entries.reduce((all, { remainder, status }) => all ^ ((BigInt(remainder) << 8n) | BigInt(status)), 0n);
  const { head } = readByThePage(Buffer.from(files.snapshot.file, 'base64'));
  expect(head.get('check')).toBe(sum.toString(16).padStart(14, '0'));
});

test('the product takes what it should of the files, and refuses the others for the reason that is told', () => {
  const digest = () => {
    const running = createHash('sha256');
    return { update: (bytes: Uint8Array) => void running.update(bytes), hex: () => running.digest('hex') };
  };
  const needs = { city: files.city, now: files.now, isSigned, digest };
  const take = (file: string): HeldSet | string => {
    const taking = takingSnapshot(needs, undefined);
    taking.take(Buffer.from(file, 'base64'));
    return taking.end();
  };
  const held = take(files.snapshot.file);
  if (typeof held === 'string') throw new Error(held);
  expect(takeDelta(needs, held, Buffer.from(files.delta.file, 'base64'))).toMatchObject({ header: { version: 8 } });
  for (const { file, reason } of files.refused) expect(take(file)).toBe(reason);
});

const Sealed = z.object({
  ...{ tapSecret: z.string(), tapKey: z.string(), ephemeralSecret: z.string(), shared: z.string(), made: z.string() },
  deviceId: z.string(),
  taps: z.array(z.object({ tapId: z.string(), token: z.string(), sealedToken: z.string() })),
  refused: z.array(z.object({ why: z.string(), tapId: z.string(), sealedToken: z.string() })),
  batch: z.object({ publicKey: z.string(), text: z.string(), signature: z.string() }),
});
const sealed = Sealed.parse(vectors('sealed-tokens'));

/** HKDF-SHA-256 by RFC 5869, written out. */
function hkdf(secret: Buffer, salt: Buffer, context: string, length: number): Buffer {
  const extracted = hmac(salt, secret);
  let [block, made, count] = [Buffer.alloc(0), Buffer.alloc(0), 0];
  while (made.length < length) {
    count += 1;
    block = hmac(extracted, Buffer.concat([block, Buffer.from(context), Buffer.of(count)]));
    made = Buffer.concat([made, block]);
  }
  return made.subarray(0, length);
}

test('W-20 a sealed token opens as the page for makers says, step by step', () => {
  const tapKey = Buffer.from(sealed.tapKey, 'base64url');
  expect(sealed.taps.length).toBeGreaterThan(3);
  for (const { tapId, token, sealedToken } of sealed.taps) {
    const bytes = Buffer.from(sealedToken, 'base64url');
    expect([sealedToken.length, bytes.length]).toEqual([107, 80]);
    const ephemeral = bytes.subarray(0, 32);
    const made = hkdf(Buffer.from(sealed.shared, 'hex'), Buffer.concat([ephemeral, tapKey]), 'tongcheng-tap-1', 44);
    expect(made.toString('hex')).toBe(sealed.made);
    const decipher = createDecipheriv('aes-256-gcm', made.subarray(0, 32), made.subarray(32));
    decipher.setAAD(Buffer.from(`${sealed.deviceId}.${tapId}`, 'latin1'));
    decipher.setAuthTag(bytes.subarray(64));
    expect(Buffer.concat([decipher.update(bytes.subarray(32, 64)), decipher.final()]).toString('hex')).toBe(token);
  }
});

test('W-20 the server opens the same tokens, and none that was changed or sealed for another tap', () => {
  const secret = Buffer.from(`302e020100300506032b656e04220420${sealed.tapSecret}`, 'hex');
  const key = { publicKey: sealed.tapKey, privateKey: createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' }) };
  for (const { tapId, token, sealedToken } of sealed.taps)
    expect(Buffer.from(openTap(key, sealed.deviceId, tapId, sealedToken) ?? []).toString('hex')).toBe(token);
  expect(sealed.refused).toHaveLength(3);
  for (const { why, tapId, sealedToken } of sealed.refused)
    expect([why, openTap(key, sealed.deviceId, tapId, sealedToken)]).toEqual([why, undefined]);
});

test('W-20 a batch is signed over its text behind a line of its own', () => {
  const { publicKey, text, signature } = sealed.batch;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const isBy = (signed: string) => verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64url'));
  expect(isBy(`tongcheng-taps-1\n${text}`)).toBe(true);
  expect(isBy(text)).toBe(false);
});
