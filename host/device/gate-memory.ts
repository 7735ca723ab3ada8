import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { GateDoubt } from '@tongcheng/shared/gates/gate-decision';
import type { GatePlace } from '@tongcheng/shared/gates/gate-place';
import { usualLongestAgeMs } from '@tongcheng/shared/gates/gate-place';
import type { HeldSet, TakingNeeds } from '@tongcheng/shared/gates/held-set';
import type { Instant } from '@tongcheng/shared/time';
import type { ClockWatch } from './clock-watch';
import type { GateKeys, ToldPlace } from './gate-server';

/** What a running gate knows: keys and set are here and, of the keys, nowhere else. */
export interface GateMemory {
  keys: GateKeys | undefined;
  /** Keys of hashes by epoch: this one's, the next one's as soon as it is told, and that of the set that is held until another takes its place. */
  epochKeys: ReadonlyMap<string, string>;
  held: HeldSet | undefined;
  /** The server no longer takes this gate for one of its own. */
  isRevoked: boolean;
  alarm: boolean;
  /** Known before the server was heard, where it was heard before. */
  direction: ToldPlace['direction'] | undefined;
}

/** A gate that knows nothing yet but what it kept. */
export const newGateMemory = (kept: Pick<GateMemory, 'alarm' | 'direction'>): GateMemory => ({
  keys: undefined,
  epochKeys: new Map(),
  held: undefined,
  isRevoked: false,
  ...kept,
});

/** Takes what the server told. */
export function takeKeys(memory: GateMemory, keys: GateKeys): void {
  const heldEpoch = memory.held?.header.epoch ?? '';
  const heldKey = memory.epochKeys.get(heldEpoch);
  memory.epochKeys = new Map([
    ...(heldKey === undefined ? [] : ([[heldEpoch, heldKey]] as const)),
    ...[keys, ...(keys.next ? [keys.next] : [])].map(({ epoch, epochKey }) => [epoch, epochKey] as const),
  ]);
  memory.keys = keys;
  memory.direction = keys.place.direction;
}

/** The key of the hashes of an epoch, where the gate has it. */
export function epochKeyOf({ epochKeys }: GateMemory, epoch: string): Buffer | undefined {
  const key = epochKeys.get(epoch);
  return key === undefined ? undefined : Buffer.from(key, 'base64url');
}

/** The set, where its key is there too: about a change of keys it may not be. */
export function usableSet(memory: GateMemory): HeldSet | undefined {
  const { held } = memory;
  return held && epochKeyOf(memory, held.header.epoch) ? held : undefined;
}

/** Why the gate does not trust itself, whoever taps. */
export function standingDoubt({ isRevoked }: GateMemory, clock: ClockWatch): GateDoubt | undefined {
  if (isRevoked) return 'gate-revoked';
  return clock.isDoubtful() ? 'clock-wrong' : undefined;
}

/** Where the gate stands, by the rule that is in force now. Before the server was heard nobody is let in by a rule, and an exit is one. */
export function placeNow({ keys, direction }: GateMemory, now: Instant): GatePlace {
  const told = keys?.place;
  const way = (told?.direction ?? direction) === 'exit' ? 'exit' : 'entry';
  if (!told) return { direction: way, terms: { requires: [] }, longestAgeMs: usualLongestAgeMs, passingKinds: [] };
  const rule = told.rules.findLast(({ from }, at) => at === 0 || from <= now);
  return {
    direction: way,
    ...(rule?.terms && { terms: rule.terms }),
    longestAgeMs: told.longestAgeMs,
    passingKinds: told.passingKinds,
  };
}

/** What is needed to take set files: the keys that sign them come from the server. */
export function takingNeeds({ city, setKeys }: GateKeys, now: Instant): TakingNeeds {
  const keys = new Map<string, KeyObject>(setKeys.map(({ keyId, publicKey }) => [keyId, ed25519(publicKey)]));
  return {
    city,
    now,
    isSigned(text, signature, keyId) {
      const key = keys.get(keyId);
      return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    },
    digest() {
      const running = createHash('sha256');
      return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
    },
  };
}

const ed25519 = (x: string): KeyObject => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

/** A gate that was revoked forgets what it could let anybody in by. */
export function forgetSecrets(memory: GateMemory): void {
  memory.keys = undefined;
  memory.epochKeys = new Map();
  memory.held = undefined;
  memory.isRevoked = true;
}
