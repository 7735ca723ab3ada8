/** Makes the app open without network. The packages of mini-programs are on the phone anyway. Gives the way to stop. */
export const keepAppAtHand = (): (() => void) => () => undefined;
