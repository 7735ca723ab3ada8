/** Runs work that two tabs must not do at once: the second waits for the first. Old browsers simply run it. */
export const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`tc.${name}`, work).then((done) => done) : work();

/** Calls back when another tab wrote to the storage. Gives the way to stop. */
export const onOtherTabWrote = (wrote: () => void): (() => void) => {
  window.addEventListener('storage', wrote);
  return () => window.removeEventListener('storage', wrote);
};
