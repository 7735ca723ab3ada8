/** Nothing to do: a mini-program's pages are neither reloaded nor opened by their addresses again. */
export const forgetScannedCode = (): void => undefined;
