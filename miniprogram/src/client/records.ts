import { type AddedFields, fillAdded } from '@tongcheng/shared/added-fields';

/** The phone's small storage of texts by key. Reading what is not there gives undefined; a full storage refuses to write. */
export interface PhoneStorage {
  read(key: string): string | undefined;
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

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
}

/** What the phone keeps, typed and watched. Every read looks at the storage, so that another tab's writing is seen. */
export interface Records {
  read<T>(kept: PhoneRecord<T>): T;
  write<T>(kept: PhoneRecord<T>, value: T): void;
  /** Whether what was written last outlives the app: not while a full or closed storage refuses it. */
  lasts<T>(kept: PhoneRecord<T>): boolean;
  /** Tries once more to store what was refused; room may have come. */
  storeHeld(): void;
  /** Calls back after every writing. Gives the way to stop. */
  watch(changed: () => void): () => void;
  /** To be called when another copy of the app wrote. */
  announce(): void;
}

/**
 * Records over a storage. The same stored text gives the same value, so that screens are not drawn for nothing. Where the storage
 * is full, `replaceable` ones make room; what is refused all the same is held until the app is closed, and `lasts` says so.
 */
export function createRecords(phoneStorage: PhoneStorage): Records {
  /** Keys of the replaceable records that were met. */
  const spare = new Set<string>();
  const storage = withOverflow(phoneStorage, spare);
  const watchers = new Set<() => void>();
  const known = new Map<string, { readonly text: string | undefined; readonly value: unknown }>();
  const announce = () => {
    for (const changed of [...watchers]) changed();
  };
  return {
    read: (kept) => {
      if (kept.replaceable) spare.add(kept.key);
      const text = storage.read(kept.key);
      const last = known.get(kept.key);
      if (last && last.text === text && kept.is(last.value)) return last.value;
      const value = parsed(kept, text);
      known.set(kept.key, { text, value });
      return value;
    },
    write: (kept, value) => {
      if (kept.replaceable) spare.add(kept.key);
      storage.write(kept.key, JSON.stringify(value));
      announce();
    },
    lasts: (kept) => !storage.isHeld(kept.key),
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
  };
}

/** Holds in memory what the storage refuses to write; `spare` texts are given up for any that is not spare itself. */
function withOverflow(storage: PhoneStorage, spare: ReadonlySet<string>) {
  const overflow = new Map<string, string>();
  /** Gives up one spare text after another until the new one fits. */
  const writeInstead = (key: string, text: string): boolean =>
    [...spare].some((other) => {
      if (storage.read(other) === undefined) return false;
      storage.remove(other);
      return storage.write(key, text);
    });
  const write = (key: string, text: string): boolean => {
    const isStored = storage.write(key, text) || (!spare.has(key) && writeInstead(key, text));
    if (isStored) overflow.delete(key);
    else overflow.set(key, text);
    return isStored;
  };
  return {
    read: (key: string) => overflow.get(key) ?? storage.read(key),
    write,
    isHeld: (key: string) => overflow.has(key),
    /** Whether something of it was stored. */
    storeHeld: () => [...overflow].filter(([key, text]) => write(key, text)).length > 0,
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
