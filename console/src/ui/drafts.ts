import { useState } from 'react';

/** What is half typed anywhere on the page, by kind and key: whoever reloads the page is asked first. */
const open = new Set<string>();

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

const note = (id: string, isOpen: boolean): void => {
  if (isOpen) open.add(id);
  else open.delete(id);
  if (open.size > 0) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
};

/** Forms of one kind that were closed half typed, by their key. They live as long as the page and are written nowhere. */
interface Drafts<T> {
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
  readonly drop: (key: string) => void;
}

/** Keeps what is typed into the forms of a kind. */
export const draftsOf = <T>(kind: string): Drafts<T> => {
  const kept = new Map<string, T>();
  return {
    has: (key) => kept.has(key),
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value);
      note(`${kind} ${key}`, true);
    },
    drop: (key) => {
      kept.delete(key);
      note(`${kind} ${key}`, false);
    },
  };
};

/** A form that is there again after its drawer was closed. `isKept` tells that it was typed before; once it is as at first it is none. */
export const useKeptForm = <T extends object>(drafts: Drafts<T>, key: string, first: () => T) => {
  const [asFirst] = useState(first);
  const [isKept, setKept] = useState(() => drafts.has(key));
  const [form, setForm] = useState<T>(() => drafts.get(key) ?? asFirst);
  const set = (change: Partial<T>): void => {
    const next = { ...form, ...change };
    setForm(next);
    if (JSON.stringify(next) === JSON.stringify(asFirst)) drafts.drop(key);
    else drafts.set(key, next);
  };
  const drop = (): void => drafts.drop(key);
  const startAfresh = (): void => {
    drafts.drop(key);
    setForm(asFirst);
    setKept(false);
  };
  return { form, set, drop, isKept, startAfresh };
};
