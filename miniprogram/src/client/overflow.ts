import type { SecondPlace } from './second-place';

/** The phone's small storage of texts by key. Reading what is not there gives undefined; a full storage refuses to write. */
export interface PhoneStorage {
  read(key: string): string | undefined;
  write(key: string, text: string): boolean;
  remove(key: string): void;
  keys(): readonly string[];
}

/** A storage that also holds what the phone's own refuses. */
export interface OverflowStorage {
  read(key: string): string | undefined;
  /** `lasting`: what is refused goes to the second place. */
  write(key: string, text: string, lasting: boolean): void;
  remove(key: string): void;
  /** Whether the text written last outlives the app. */
  lasts(key: string): boolean;
  /** Waits until the second place has answered. */
  settled(key: string): Promise<void>;
  keys(): readonly string[];
  /** Tries once more to store what was refused; whether something of it was stored. */
  storeHeld(): boolean;
}

/**
 * Holds in memory what the storage refuses to write, and a copy of what must last in the second place until the storage takes it;
 * `spare` texts are given up for any that is not spare itself. `changed` is called when the second place answered.
 */
export function withOverflow(
  storage: PhoneStorage,
  spare: ReadonlySet<string>,
  second: SecondPlace | undefined,
  changed: () => void,
): OverflowStorage {
  const refused = new Map<string, { readonly text: string; readonly lasting: boolean }>();
  /** What the second place surely has. */
  const copies = new Map<string, string>();
  /** The last of the works on a key's copy; one follows the other. */
  const works = new Map<string, Promise<void>>();

  /** Makes the copy what it has to be by now: the refused text, or none. */
  const copyAgain = (key: string): void => {
    if (!second) return;
    const work = async () => {
      const held = refused.get(key);
      if (held?.lasting && copies.get(key) !== held.text) {
        if (await second.write(key, held.text)) copies.set(key, held.text);
        changed();
      } else if (!held && copies.has(key)) {
        await second.remove(key);
        copies.delete(key);
      }
    };
    works.set(key, (works.get(key) ?? Promise.resolve()).then(work));
  };
  /** Gives up one spare text after another until the new one fits. */
  const writeInstead = (key: string, text: string): boolean =>
    [...spare].some((other) => {
      if (storage.read(other) === undefined) return false;
      storage.remove(other);
      return storage.write(key, text);
    });
  const write = (key: string, text: string, lasting: boolean): boolean => {
    const isStored = storage.write(key, text) || (!spare.has(key) && writeInstead(key, text));
    if (isStored) refused.delete(key);
    else refused.set(key, { text, lasting });
    if (lasting && (!isStored || works.has(key))) copyAgain(key);
    return isStored;
  };
  return {
    read: (key) => refused.get(key)?.text ?? storage.read(key),
    write,
    remove: (key) => {
      storage.remove(key);
      refused.delete(key);
      if (works.has(key)) copyAgain(key);
    },
    lasts: (key) => {
      const held = refused.get(key);
      return held === undefined || copies.get(key) === held.text;
    },
    settled: (key) => works.get(key) ?? Promise.resolve(),
    keys: () => [...new Set([...storage.keys(), ...refused.keys()])],
    storeHeld: () => [...refused].filter(([key, { text, lasting }]) => write(key, text, lasting)).length > 0,
  };
}
