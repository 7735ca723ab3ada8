/** Calls back when another copy of the app wrote to the storage. A mini-program has no other copy. */
export const onOtherCopyWrote =
  (_wrote: () => void): (() => void) =>
  () =>
    undefined;
