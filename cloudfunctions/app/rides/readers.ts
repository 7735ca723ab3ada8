import { type ReadMeaning, readOneByOne } from '@tongcheng/shared/rides/meaning';
import type { PlacedInput } from './place-scan';

/** Gives the reader of the scans that are read together with one. */
export type Readers = (placed: PlacedInput) => ReadMeaning;

/**
 * Readers for one batch: one for each rider's day in a city, with or without the day before, and one apart for each demonstration
 * code, which no other scan knows of.
 */
export const makeReaders = (): Readers => {
  const held = new Map<string, ReadMeaning>();
  return ({ settings, code, venue, day, dayBefore, rider }) => {
    if (code === 'demonstration') return readOneByOne(settings.rides);
    const key = `${venue.city}.${day}.${dayBefore ?? ''}.${rider}`;
    const reader = held.get(key) ?? readOneByOne(settings.rides);
    held.set(key, reader);
    return reader;
  };
};
