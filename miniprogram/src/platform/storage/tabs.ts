/** Runs work that two copies of the app must not do at once. A mini-program has one copy, so it simply runs. */
export const withLock = <T>(_name: string, work: () => Promise<T>): Promise<T> => work();

/** Calls back when another copy of the app wrote to the storage. A mini-program has no other copy. */
export const onOtherTabWrote =
  (_wrote: () => void): (() => void) =>
  () =>
    undefined;
