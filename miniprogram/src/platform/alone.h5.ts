/** Runs work that two tabs must not do at once: the second waits for the first. Old browsers simply run it. */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`tc.${name}`, work).then((done) => done) : work();
