import type { Instant } from '../time';
import type { Purpose } from './pass-purposes';
import { stepMs } from './step';

/** That a pass was used at a gate: what a validator keeps until it has told it. */
export interface PassUse {
  readonly passId: string;
  /** Beginning of the step that was shown. */
  readonly step: Instant;
  readonly purpose: Purpose;
  /** The validator. */
  readonly deviceId: string;
  readonly at: Instant;
}

/** What may be used once: one minute of a pass for one purpose. */
const onceOf = ({ passId, step, purpose }: Omit<PassUse, 'deviceId' | 'at'>): string => `${passId} ${step} ${purpose}`;

/** Uses of many validators, each once, however often and in whichever order they were told. */
export type PassUses = ReadonlyMap<string, PassUse>;

/** Puts uses together. Told twice is told once; of two tellings of one use the earlier instant stays, so that every order gives the same. */
export function mergedUses(...parts: readonly Iterable<PassUse>[]): PassUses {
  const uses = new Map<string, PassUse>();
  for (const part of parts)
    for (const use of part) {
      const name = `${use.deviceId} ${onceOf(use)}`;
      const known = uses.get(name);
      if (!known || use.at < known.at) uses.set(name, use);
    }
  return uses;
}

/** One minute of a pass that more than one validator let through: all of its uses, the earliest first. */
export interface DoubleUse {
  readonly passId: string;
  readonly step: Instant;
  readonly purpose: Purpose;
  readonly uses: readonly PassUse[];
}

/**
 * Every double use among the uses that were told. A validator lets one minute of a pass through once, so of `n` validators that could not ask
 * each other at most n − 1 uses are too many; and none of them is missed once both have told theirs.
 */
export function doubleUses(uses: Iterable<PassUse>): readonly DoubleUse[] {
  const groups = new Map<string, PassUse[]>();
  for (const use of mergedUses(uses).values()) groups.set(onceOf(use), [...(groups.get(onceOf(use)) ?? []), use]);
  return [...groups.values()]
    .flatMap((group) => {
      const [first, ...more] = group.sort(byInstant);
      if (!first || more.length === 0) return [];
      return [{ passId: first.passId, step: first.step, purpose: first.purpose, uses: group }];
    })
    .sort((one, other) => one.step - other.step || orderOf(onceOf(one), onceOf(other)));
}

const orderOf = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const byInstant = (one: PassUse, other: PassUse): number => one.at - other.at || orderOf(one.deviceId, other.deviceId);

/** What one validator knows of uses: its own, and those of others that it was told. */
export interface UseBook {
  /** Takes a use for this validator; false where this minute of the pass was used for the purpose before, as far as it knows. */
  take(use: Omit<PassUse, 'deviceId'>): boolean;
  /** What others used, as the service told it. */
  learn(uses: Iterable<PassUse>): void;
  /** Own uses that were not yet told, in the order in which they came. */
  untold(): readonly PassUse[];
  /** The service has these now. */
  told(uses: readonly PassUse[]): void;
}

/** A step is not valid any more so long after it began; its uses need not be remembered. */
const rememberedMs = 5 * stepMs;

/** A book of a validator; `kept` is what it had not told when it stopped. */
export function newUseBook(deviceId: string, kept: readonly PassUse[] = []): UseBook {
  const known = new Map<string, Instant>();
  let waiting = [...mergedUses(kept).values()].sort(byInstant);
  const remember = (uses: Iterable<PassUse>, now: Instant) => {
    for (const [once, step] of known) if (step < now - rememberedMs) known.delete(once);
    for (const use of uses) known.set(onceOf(use), use.step);
  };
  remember(waiting, 0);
  return {
    take(said) {
      if (known.has(onceOf(said))) return false;
      const use = { ...said, deviceId };
      remember([use], said.at);
      waiting = [...waiting, use];
      return true;
    },
    learn: (uses) => remember(uses, 0),
    untold: () => waiting,
    told(uses) {
      const gone = new Set(uses.map(onceOf));
      waiting = waiting.filter((use) => !gone.has(onceOf(use)));
    },
  };
}
