/** A browser may not change the brightness; it can at least keep the screen from going dark. Gives the way back. */
export const brighten = (): (() => void) => {
  const asked = 'wakeLock' in navigator ? navigator.wakeLock.request('screen').catch(() => undefined) : undefined;
  return () => {
    asked?.then((lock) => lock?.release()).catch(() => undefined);
  };
};
