import { kindOfNumber } from './kind-of-number';
import type { DocumentKind } from './kinds';

/**
 * The part of a stored number that its holder keeps for life, by which the person is found again. The last two digits of a
 * long travel permit, of Hong Kong and Macao residents (eleven characters) and of Taiwan residents (ten), count its renewals.
 */
export function lifelongNumber(kind: DocumentKind, stored: string): string {
  if (kind === 'hk-macao-travel-permit') return stored.slice(0, 9);
  return kind === 'taiwan-travel-permit' ? stored.slice(0, 8) : stored;
}

/** A document as its holder is found by it. */
export interface LifelongDocument {
  readonly kind: DocumentKind;
  readonly number: string;
}

/** Kinds that took numbers of another before it was refused. */
const tookAnything: readonly DocumentKind[] = ['resident-id', 'passport', 'other'];

/**
 * How earlier releases found the holder of this document: under another kind that took its number as well, and a permit of Taiwan with
 * the count of its renewals. Whoever was enrolled so stays the same person. At most a hundred.
 */
export function formerDocuments(kind: DocumentKind, stored: string): readonly LifelongDocument[] {
  if (kind === 'taiwan-travel-permit')
    return Array.from({ length: 100 }, (_, count) => ({
      kind,
      number: `${lifelongNumber(kind, stored)}${String(count).padStart(2, '0')}`,
    }));
  if (kindOfNumber(stored) !== kind) return [];
  return tookAnything.filter((other) => other !== kind).map((other) => ({ kind: other, number: stored }));
}
