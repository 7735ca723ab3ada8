import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { fromBase45, toBase45 } from '@tongcheng/shared/credentials/base45';
import { type CheckTools, checkPass } from '@tongcheng/shared/credentials/check-pass';
import { isSame } from '@tongcheng/shared/credentials/read-cbor';
import { minuteMs } from '@tongcheng/shared/time';
import { morning, newSigner } from '../credentials/keys';
import { atGate, shownText, stateOf } from '../credentials/shown-pass';
import { seededNumbers } from '../world/chance';

/** A number from 0 up to but not including `below`. */
type Chance = (below: number) => number;

/** Passes that are valid, each one's bytes, for mutations to begin with and to borrow from. */
type Passes = readonly Uint8Array[];

/** A part of another pass in the place of one's own. */
function spliced(bytes: Uint8Array, chance: Chance, passes: Passes): Uint8Array {
  const other = passes[chance(passes.length)] ?? bytes;
  const [from, to] = [chance(bytes.length), chance(bytes.length)].sort((one, next) => one - next);
  return Uint8Array.from([...bytes.subarray(0, from), ...other.subarray(from, to), ...bytes.subarray(to)]);
}

/** What mutations do to the bytes of a valid pass, by their names. */
const mutations: Readonly<Record<string, (bytes: Uint8Array, chance: Chance, passes: Passes) => Uint8Array>> = {
  bit: (bytes, chance) => {
    const at = chance(bytes.length);
    return bytes.map((byte, index) => (index === at ? byte ^ (1 << chance(8)) : byte));
  },
  bytes: (bytes, chance) => {
    const [at, count] = [chance(bytes.length), 1 + chance(8)];
    return bytes.map((byte, index) => (index >= at && index < at + count ? chance(256) : byte));
  },
  left: (bytes, chance) => {
    const at = chance(bytes.length);
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + chance(4))]);
  },
  put: (bytes, chance) => {
    const at = chance(bytes.length + 1);
    const put = Array.from({ length: 1 + chance(4) }, () => chance(256));
    return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at)]);
  },
  turned: (bytes, chance) => {
    const [from, to] = [chance(bytes.length), chance(bytes.length)].sort((one, next) => one - next);
    return Uint8Array.from([...bytes.subarray(0, from), ...bytes.slice(from, to).reverse(), ...bytes.subarray(to)]);
  },
  spliced,
};

/** The names of what is done, for whoever counts. */
export const mutationNames: readonly string[] = Object.keys(mutations);

/** Passes of several phones, minutes and suites under one issuer: all valid at one instant or another. */
async function validPasses(): Promise<Passes> {
  const phones = [newSigner(), newSigner(), newSigner('es256')];
  const shown = phones.flatMap((holder) =>
    [1, 2].map((minute) => shownText({ holder, step: morning + minute * minuteMs })),
  );
  return (await Promise.all(shown)).map((text) => fromBase45(text.slice(4)) ?? new Uint8Array(0));
}

/**
 * Changes valid passes by chance and shows each to a validator: none is let through. Bytes that came out as one of the valid passes are none's change
 * and are not counted. Gives how often each change was tried; throws at the first that was accepted.
 */
export async function mutatePasses(count: number, seed: number): Promise<Readonly<Record<string, number>>> {
  const random = seededNumbers(seed);
  const chance: Chance = (below) => Math.floor(random() * below);
  const passes = await validPasses();
  const state = stateOf();
  const tools: CheckTools = { verify: verifyByNode };
  const made: Record<string, number> = {};
  const show = async (bytes: Uint8Array, minute: number) =>
    (await checkPass(atGate(`TP1:${toBase45(bytes)}`, { now: morning + minute * minuteMs + 30_000 }), state, tools))
      .outcome;
  for (const [index, pass] of passes.entries())
    if ((await show(pass, 1 + (index % 2))) !== 'valid') throw new Error('a pass that was not changed is refused');
  for (let turn = 0; turn < count; ) {
    const name = mutationNames[turn % mutationNames.length] ?? '';
    const index = chance(passes.length);
    const changed = mutations[name]?.(passes[index] ?? new Uint8Array(0), chance, passes);
    if (!changed || passes.some((pass) => isSame(pass, changed))) continue;
    const outcome = await show(changed, 1 + (index % 2));
    if (outcome === 'valid')
      throw new Error(`seed ${seed}, turn ${turn}: a pass that was changed (${name}) is accepted`);
    made[name] = (made[name] ?? 0) + 1;
    made[outcome] = (made[outcome] ?? 0) + 1;
    turn += 1;
  }
  return made;
}
