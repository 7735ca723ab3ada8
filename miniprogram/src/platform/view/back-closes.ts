/** A mini-program's own way back belongs to the platform, which asks nobody; sheets are put away by their buttons and the touch beside. */
export const useBackCloses = (_onClose: () => void): void => undefined;

/** Does something once the entries of closing sheets are gone from the history; here there are none. */
export const whenSheetsAreGone = (act: () => void): void => act();
