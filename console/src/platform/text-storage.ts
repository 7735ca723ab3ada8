import { useState } from 'react';

/** One text kept by the browser under one key; an unusable storage behaves as an empty one. */
export interface TextStorage {
  read(): string | undefined;
  /** `undefined` takes the text away. */
  write(text: string | undefined): void;
}

const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

const storageIn =
  (storage: () => Storage) =>
  (key: string): TextStorage => ({
    read: () => attempt(() => storage().getItem(key)) ?? undefined,
    write: (text) => {
      attempt(() => (text === undefined ? storage().removeItem(key) : storage().setItem(key, text)));
    },
  });

/** Kept until the tab is closed. */
export const tabStorage = storageIn(() => sessionStorage);
/** Kept until taken away. */
export const lastingStorage = storageIn(() => localStorage);

/** Whether the tour of the console was seen or sent away on this browser. */
export const tourStorage = lastingStorage('tongcheng.console.tour');

/** A switch that the tablet remembers. */
export const useStoredSwitch = (name: string): readonly [boolean, (on: boolean) => void] => {
  const storage = lastingStorage(`tongcheng.verify.${name}`);
  const [on, setOn] = useState(() => storage.read() === 'on');
  const change = (next: boolean) => {
    storage.write(next ? 'on' : undefined);
    setOn(next);
  };
  return [on, change];
};
