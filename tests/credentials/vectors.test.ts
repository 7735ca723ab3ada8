import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { checkPass } from '@tongcheng/shared/credentials/check-pass';
import { commitmentOf } from '@tongcheng/shared/credentials/commitment';
import { isRevoked } from '@tongcheng/shared/credentials/status-bits';
import { takeStatusList } from '@tongcheng/shared/credentials/status-list';
import { takeTrustList } from '@tongcheng/shared/credentials/trust-list';
import nacl from 'tweetnacl';
import * as z from 'zod';

const vectors = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', 'vectors', 'credentials', `${name}.json`), 'utf8'));
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

const Lists = z.object({
  now: z.number(),
  root: z.string(),
  trustList: z.string(),
  statusList: z.string(),
  url: z.string(),
  revoked: z.array(z.number()),
});
const Passes = z.object({
  now: z.number(),
  opening: z.string(),
  holder: z.object({ name: z.string(), number: z.string() }),
  commitment: z.string(),
  passes: z.array(z.object({ why: z.string(), text: z.string(), checkedAt: z.number(), answer: z.string() })),
});
const lists = Lists.parse(vectors('lists'));
const passes = Passes.parse(vectors('passes'));

/** Each implementation of signatures that this product brings: Node’s, and that of phones without BigInt. */
const verifiers = {
  'Node’s cryptography': verifyByNode,
  'the library of old phones': (...[key, message, signature]: Parameters<typeof verifyByNode>) =>
    key.suite === 'ed25519' && nacl.sign.detached.verify(message, signature, key.bytes),
};

test.each(Object.entries(verifiers))('X-02 the vectors for makers of validators hold by %s', async (_, verify) => {
  const root = { suite: 'ed25519', bytes: unhex(lists.root) } as const;
  const offer = { bytes: unhex(lists.trustList), root, held: undefined, now: lists.now };
  const taken = await takeTrustList(offer, verify);
  if (!taken.ok) throw new Error(taken.refusal);
  const statusOffer = { bytes: unhex(lists.statusList), url: lists.url, trustList: taken.list, held: undefined };
  const statuses = await takeStatusList(statusOffer, verify, (bytes) => inflateSync(bytes));
  if (!statuses) throw new Error('the status list was not taken');
  for (const index of lists.revoked) expect(isRevoked(statuses.statuses, index)).toBe(true);
  const marked = statuses.statuses.reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0);
  expect([marked, isRevoked(statuses.statuses, 1)]).toEqual([lists.revoked.length, false]);
  const state = { trustList: taken.list, statusLists: new Map([[lists.url, statuses]]), syncedAt: lists.now };
  expect(passes.passes.length).toBeGreaterThan(9);
  for (const { why, text, checkedAt, answer } of passes.passes) {
    const { outcome } = await checkPass({ text, now: checkedAt, purpose: 'entry' }, state, { verify });
    expect([why, outcome]).toEqual([why, answer]);
  }
});

test('X-02 the commitment of the vectors follows from secret, name and number', () => {
  const made = commitmentOf(unhex(passes.opening), passes.holder.name, passes.holder.number);
  expect(Buffer.from(made).toString('hex')).toBe(passes.commitment);
});
