import { type AddedFields, fillAdded } from '@tongcheng/shared/added-fields';
import { type PhoneStorage, withOverflow } from './overflow';
import type { SecondPlace } from './second-place';

/** Something the phone keeps: where, what it is when nothing (or nothing readable) is there, and how to know it again. */
export interface PhoneRecord<T> {
  readonly key: string;
  readonly empty: T;
  /** Whether a parsed JSON value is one of these; what is not is taken as empty. */
  readonly is: (value: unknown) => value is T;
  /** What fields added since are in records that an earlier release kept, by their path; filled in before `is` is asked. */
  readonly added?: AddedFields;
  /** It can be had again from the service, and makes room where the storage is full and something else cannot. */
  readonly replaceable?: true;
  /** It must not be lost: what the storage refuses goes to the second place. Copies that a start finds there become one by this. */
  readonly merged?: (one: T, other: T) => T;
}

/** What the phone keeps, typed and watched. Every read looks at the storage, so that another tab's writing is seen. */
export interface Records {
  read<T>(kept: PhoneRecord<T>): T;
  write<T>(kept: PhoneRecord<T>, value: T): void;
  /** Whether what was written last outlives the app: not while storage and second place are full or closed. */
  lasts<T>(kept: PhoneRecord<T>): boolean;
  /** Waits until that is known: the second place takes its time. */
  settled<T>(kept: PhoneRecord<T>): Promise<void>;
  /** Brings back what another copy of the app left in the second place; an earlier one, as a rule. */
  recover<T>(kept: PhoneRecord<T>): Promise<void>;
  /** Erases everything in both places but these keys. */
  eraseAllBut(keys: readonly string[]): Promise<void>;
  /** Tries once more to store what was refused; room may have come. */
  storeHeld(): void;
  /** Calls back after every writing. Gives the way to stop. */
  watch(changed: () => void): () => void;
  /** To be called when another copy of the app wrote. */
  announce(): void;
}

/** What this app writes; the console of the same address has keys of its own. */
const ourKeys = 'tc.';

/**
 * Records over a storage. The same stored text gives the same value, so that screens are not drawn for nothing. Where the storage
 * is full, `replaceable` ones make room; what is refused all the same is held until the app is closed, and what must not be lost goes
 * to the second place. `lasts` says whether anything was lost if the app were closed now.
 */
export function createRecords(phoneStorage: PhoneStorage, second?: SecondPlace): Records {
  /** Keys of the replaceable records that were met. */
  const spare = new Set<string>();
  const watchers = new Set<() => void>();
  const known = new Map<string, { readonly text: string | undefined; readonly value: unknown }>();
  const announce = () => {
    for (const changed of [...watchers]) changed();
  };
  const storage = withOverflow(phoneStorage, spare, second, announce);
  const read = <T>(kept: PhoneRecord<T>): T => {
    if (kept.replaceable) spare.add(kept.key);
    const text = storage.read(kept.key);
    const last = known.get(kept.key);
    if (last && last.text === text && kept.is(last.value)) return last.value;
    const value = parsed(kept, text);
    known.set(kept.key, { text, value });
    return value;
  };
  const write = <T>(kept: PhoneRecord<T>, value: T): void => {
    if (kept.replaceable) spare.add(kept.key);
    const text = JSON.stringify(value);
    if (kept.merged && text === JSON.stringify(kept.empty)) {
      // Taking away succeeds where not one character more can be written; nothing there reads as empty too.
      storage.remove(kept.key);
      phoneStorage.write(kept.key, text);
    } else storage.write(kept.key, text, kept.merged !== undefined);
    announce();
  };
  return {
    read,
    write,
    lasts: (kept) => storage.lasts(kept.key),
    settled: (kept) => storage.settled(kept.key),
    recover: async (kept) => {
      const { key, merged } = kept;
      const left = (merged && (await second?.left(key))) ?? [];
      if (!merged || left.length === 0) return;
      write(
        kept,
        left.reduce((sum, { text }) => merged(sum, parsed(kept, text)), read(kept)),
      );
      await storage.settled(key);
      if (storage.lasts(key)) await Promise.all(left.map(({ remove }) => remove()));
    },
    eraseAllBut: async (keys) => {
      const erased = storage.keys().filter((key) => key.indexOf(ourKeys) === 0 && !keys.includes(key));
      for (const key of erased) storage.remove(key);
      announce();
      await Promise.all(erased.map((key) => storage.settled(key)));
      await second?.clear();
    },
    storeHeld: () => {
      if (storage.storeHeld()) announce();
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    announce,
  };
}

/** A storage that is gone when the app is closed. */
export function createMemoryStorage(): PhoneStorage {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key),
    write: (key, text) => {
      texts.set(key, text);
      return true;
    },
    remove: (key) => texts.delete(key),
    keys: () => [...texts.keys()],
  };
}

function parsed<T>(kept: PhoneRecord<T>, text: string | undefined): T {
  if (text === undefined) return kept.empty;
  try {
    const value: unknown = fillAdded(JSON.parse(text), kept.added);
    return kept.is(value) ? value : kept.empty;
  } catch {
    return kept.empty;
  }
}

/** Whether a value is an object with all these fields; the fields' own form is taken on trust, we wrote them. */
export const hasFields = <const F extends string>(
  value: unknown,
  ...fields: readonly F[]
): value is { readonly [K in F]: unknown } =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value);

/** A list with what another has more, told apart by an id; for records that are merged. */
export function withNew<T>(one: readonly T[], other: readonly T[], idOf: (each: T) => string): readonly T[] {
  const known = new Set(one.map(idOf));
  return [...one, ...other.filter((each) => !known.has(idOf(each)))];
}
