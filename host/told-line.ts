/** A line of the terminal: what it is, and its value in a column of its own. */
export const line = (what: string, value: string): string => `  ${what.padEnd(34)} ${value}`;
