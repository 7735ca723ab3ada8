/** Calls back whenever the network returns. Gives the way to stop. */
export const onNetworkBack = (back: () => void): (() => void) => {
  window.addEventListener('online', back);
  return () => window.removeEventListener('online', back);
};
