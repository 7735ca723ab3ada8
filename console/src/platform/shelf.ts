import { useState } from 'react';

/** One text kept by the browser under one key; an unusable storage behaves as an empty one. */
export interface Shelf {
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

const shelfIn =
  (storage: () => Storage) =>
  (key: string): Shelf => ({
    read: () => attempt(() => storage().getItem(key)) ?? undefined,
    write: (text) => {
      attempt(() => (text === undefined ? storage().removeItem(key) : storage().setItem(key, text)));
    },
  });

/** Kept until the tab is closed. */
export const tabShelf = shelfIn(() => sessionStorage);
/** Kept until taken away. */
export const lastingShelf = shelfIn(() => localStorage);

/** A switch that the tablet remembers. */
export const useSwitch = (name: string): readonly [boolean, (on: boolean) => void] => {
  const shelf = lastingShelf(`tongcheng.verify.${name}`);
  const [on, setOn] = useState(() => shelf.read() === 'on');
  const turn = (next: boolean) => {
    shelf.write(next ? 'on' : undefined);
    setOn(next);
  };
  return [on, turn];
};
