import { type DeriveMeaning, deriveInOrder } from '@tongcheng/shared/rides/meaning';
import type { ScanContext } from './resolve-scan';

/** Gives the reader of the scans that are read together with one. */
export type Readers = (placed: ScanContext) => DeriveMeaning;

/**
 * Readers for one batch: one for each rider's day in a city, with or without the day before, and one apart for each demonstration
 * code, which no other scan knows of.
 */
export const makeReaders = (): Readers => {
  const held = new Map<string, DeriveMeaning>();
  return ({ settings, code, venue, day, dayBefore, rider }) => {
    if (code === 'demonstration') return deriveInOrder(settings.rides);
    const key = `${venue.city}.${day}.${dayBefore ?? ''}.${rider}`;
    const reader = held.get(key) ?? deriveInOrder(settings.rides);
    held.set(key, reader);
    return reader;
  };
};
