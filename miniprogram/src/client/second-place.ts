/** A slower place of texts by name beside the phone's small storage; it outlives the app. Whatever goes wrong reads as "no". */
export interface TextFiles {
  readonly names: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<string | undefined>;
  readonly write: (name: string, text: string) => Promise<boolean>;
  readonly remove: (name: string) => Promise<boolean>;
}

/** A text that another or an earlier copy of the app left in the second place. */
interface LeftText {
  readonly text: string;
  readonly remove: () => Promise<boolean>;
}

/** Where texts are kept that the small storage has no room for. Each copy of the app has its own: two tabs take nothing from each other. */
export interface SecondPlace {
  write(key: string, text: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** What is there under a key and was not written by this copy of the app. */
  left(key: string): Promise<readonly LeftText[]>;
  /** Takes everything away, whoever wrote it. */
  clear(): Promise<void>;
}

const prefix = 'kept-';
/** A rider at the door does not wait longer to hear whether a scan is kept. */
const patienceMs = 2_000;

/**
 * A second place over files. A file that never answers counts as refused. What is written anew gets a name of its own before the
 * former goes: a phone that dies in between leaves one that is whole.
 */
export function createSecondPlace(files: TextFiles, randomBytes: (size: number) => Promise<Uint8Array>): SecondPlace {
  let copy: Promise<string> | undefined;
  const written = new Map<string, string>();
  let count = 0;
  const ownStart = async (key: string): Promise<string> => {
    copy ??= randomBytes(8).then((bytes) => Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join(''));
    return `${prefix}${key}~${await copy}.`;
  };
  const namesOf = async (start: string) =>
    (await within(files.names(), [])).filter((name) => name.indexOf(start) === 0);
  const remove = (name: string) => within(files.remove(name), false);
  return {
    write: async (key, text) => {
      count += 1;
      const name = `${await ownStart(key)}${count}`;
      if (!(await within(files.write(name, text), false))) return false;
      const former = written.get(key);
      written.set(key, name);
      if (former !== undefined) await remove(former);
      return true;
    },
    remove: async (key) => {
      const name = written.get(key);
      written.delete(key);
      if (name !== undefined) await remove(name);
    },
    left: async (key) => {
      const mine = await ownStart(key);
      const others = (await namesOf(`${prefix}${key}~`)).filter((name) => name.indexOf(mine) !== 0);
      const texts = await Promise.all(others.map((name) => within(files.read(name), undefined)));
      return others.flatMap((name, place) => {
        const text = texts[place];
        return text === undefined ? [] : [{ text, remove: () => remove(name) }];
      });
    },
    clear: async () => {
      await Promise.all((await namesOf(prefix)).map(remove));
    },
  };
}

/** An answer, or after some patience the other one. */
const within = <T>(answer: Promise<T>, otherwise: T): Promise<T> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), patienceMs);
    answer
      .catch(() => otherwise)
      .then((value) => {
        clearTimeout(timer);
        resolve(value);
      });
  });
