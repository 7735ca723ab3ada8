import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { cardHash } from '@tongcheng/shared/gates/card-hash';
import { type GateDecision, gateDecision } from '@tongcheng/shared/gates/gate-decision';
import { type GatePlace, usualLongestAgeMs } from '@tongcheng/shared/gates/gate-place';
import { gatePrompts } from '@tongcheng/shared/gates/gate-prompts';
import type { HeldSet, TakingNeeds } from '@tongcheng/shared/gates/held-set';
import { takeDelta, takingSnapshot } from '@tongcheng/shared/gates/take-set-file';
import { percentile } from '../measure';
import { keys, tappedCards, tokenOf } from './set-files';

const [, , snapshot = '', delta = '', publicKey = '', clock = '0'] = process.argv;
const now = Number(clock);
const taps = 200_000;

const place: GatePlace = {
  direction: 'entry',
  terms: { requires: ['identity', 'green-status', 'negative-test'], testMaxAgeDays: 2 },
  longestAgeMs: usualLongestAgeMs,
  passingKinds: [],
};

const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
const needs: TakingNeeds = {
  city: '110000',
  now,
  isSigned: (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url')),
  digest() {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
  },
};

const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;
const hmac = (token: Uint8Array) => createHmac('sha256', keys.epoch).update(token).digest();

/** Resident memory, and the bytes of arrays in it, after rubbish was collected; megabytes. */
function memory() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, arrayBuffers } = process.memoryUsage();
  return { rss: rss / 1e6, arrays: arrayBuffers / 1e6 };
}

async function load(): Promise<HeldSet> {
  const taking = takingSnapshot(needs, undefined);
  for await (const piece of createReadStream(snapshot, { highWaterMark: 1 << 18 })) if (taking.take(piece)) break;
  const taken = taking.end();
  if (typeof taken === 'string') throw new Error(taken);
  return taken;
}

/** Tokens as readers hand them over: half of linked cards, half of others, in no order. */
const tokens = Array.from({ length: 20_000 }, (_, turn) =>
  tokenOf(turn % 2 === 0 ? (turn * 7_919) % tappedCards : 5_000_000 + turn),
);
const tokenAt = (turn: number): Buffer => tokens[(turn * 6_007) % tokens.length] ?? Buffer.alloc(32);

/** Microseconds of one call, the middle of seven rounds that take turns with the other call. */
function inTurns(one: (turn: number) => unknown, other: (turn: number) => unknown): readonly [number, number] {
  const rounds: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round += 1)
    for (const [index, call] of [one, other].entries()) {
      const began = process.hrtime.bigint();
      for (let turn = 0; turn < taps; turn += 1) call(turn);
      rounds[index]?.push((seconds(began) * 1e6) / taps);
    }
  return [percentile(rounds[0], 0.5), percentile(rounds[1], 0.5)];
}

function decide(held: HeldSet, turn: number): GateDecision {
  const status = held.cards.find(cardHash(hmac(tokenAt(turn))));
  const decision = gateDecision(place, held, { kind: 'beijing-yikatong', status, now, alarm: false });
  if (!gatePrompts[decision.ground]) throw new Error(decision.ground);
  return decision;
}

/** Milliseconds of each decision with its prompt. */
function eachDecision(held: HeldSet): readonly number[] {
  const took: number[] = [];
  for (let turn = 0; turn < taps; turn += 1) {
    const began = process.hrtime.bigint();
    decide(held, turn);
    took.push(seconds(began) * 1e3);
  }
  return took;
}

async function main() {
  const before = memory();
  const began = process.hrtime.bigint();
  const held = await load();
  const loadSeconds = seconds(began);
  const loaded = memory();
  const [setMB, residentMB] = [loaded.arrays - before.arrays, loaded.rss - before.rss];
  const [bare, lookup] = inTurns(
    (turn) => hmac(tokenAt(turn)),
    (turn) => held.cards.find(cardHash(hmac(tokenAt(turn)))),
  );
  const bytes = readFileSync(delta);
  const deltaBegan = process.hrtime.bigint();
  const next = takeDelta(needs, held, bytes);
  const deltaSeconds = seconds(deltaBegan);
  if (typeof next === 'string') throw new Error(next);
  const decisions = eachDecision(next);
  const figures = { cards: held.cards.count(), loadSeconds, setMB, residentMB, bare, lookup, deltaSeconds };
  const afterMB = memory().arrays - before.arrays;
  process.stdout.write(`${JSON.stringify({ ...figures, decisionMs: percentile(decisions, 0.99), afterMB })}\n`);
}

void main();
