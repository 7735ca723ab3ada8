/** Calls back when another tab wrote to the storage. Gives the way to stop. */
export const onOtherCopyWrote = (wrote: () => void): (() => void) => {
  window.addEventListener('storage', wrote);
  return () => window.removeEventListener('storage', wrote);
};
