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
}

/** What the phone keeps, typed and watched. Every read looks at the storage, so that another tab's writing is seen. */
export interface Records {
  read<T>(kept: PhoneRecord<T>): T;
  write<T>(kept: PhoneRecord<T>, value: T): void;
  /** Calls back after every writing. Gives the way to stop. */
  watch(changed: () => void): () => void;
  /** To be called when another copy of the app wrote. */
  announce(): void;
}

/**
 * Records over a storage. The same stored text gives the same value, so that screens are not drawn for nothing. What a full
 * or closed storage refuses is held until the app is closed.
 */
export function createRecords(phoneStorage: PhoneStorage): Records {
  const storage = withOverflow(phoneStorage);
  const watchers = new Set<() => void>();
  const known = new Map<string, { readonly text: string | undefined; readonly value: unknown }>();
  const announce = () => {
    for (const changed of [...watchers]) changed();
  };
  return {
    read: (kept) => {
      const text = storage.read(kept.key);
      const last = known.get(kept.key);
      if (last && last.text === text && kept.is(last.value)) return last.value;
      const value = parsed(kept, text);
      known.set(kept.key, { text, value });
      return value;
    },
    write: (kept, value) => {
      storage.write(kept.key, JSON.stringify(value));
      announce();
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

/** Holds in memory what the storage refuses to write. */
function withOverflow(storage: PhoneStorage): Pick<PhoneStorage, 'read' | 'write'> {
  const overflow = new Map<string, string>();
  return {
    read: (key) => overflow.get(key) ?? storage.read(key),
    write: (key, text) => {
      const written = storage.write(key, text);
      if (written) overflow.delete(key);
      else overflow.set(key, text);
      return written;
    },
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
