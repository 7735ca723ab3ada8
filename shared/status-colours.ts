/**
 * Health status colours; grey is the absence of a status and so no value here. Apart from the schemas, so that a screen may
 * list them without the library that checks.
 */
export const statusColours = ['green', 'yellow', 'red'] as const;
export type StatusColour = (typeof statusColours)[number];
