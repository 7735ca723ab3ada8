import type { DocumentKind } from './kinds';

/**
 * The part of a stored number that its holder keeps for life, by which the person is found again. The last two digits of a
 * long permit for Hong Kong and Macao residents count its renewals.
 */
export const lifelongNumber = (kind: DocumentKind, stored: string): string =>
  kind === 'hk-macao-travel-permit' ? stored.slice(0, 9) : stored;
