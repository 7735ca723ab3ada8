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
