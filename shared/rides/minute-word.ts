import type { Text } from '../text';
import { type Instant, minuteMs } from '../time';
import { minuteWords } from './minute-words';

/** A venue's word of one minute, the same for rider and staff; worth nothing after `validUntil`. */
export interface MinuteWord {
  readonly word: Text;
  readonly validUntil: Instant;
}

/** What is to be keyed for the word of a venue at an instant: the same for the whole minute. */
export const minuteSubject = (venueId: string, at: Instant): string => `minute.${venueId}.${minuteOf(at)}`;

/**
 * The word of a minute from a keyed value of {@link minuteSubject}, which nobody without the key can know beforehand.
 * Two minutes in a row never have the same word.
 */
export const minuteWord = (keyed: string, at: Instant): MinuteWord => {
  const minute = minuteOf(at);
  const words = minuteWords[minute % 2 === 0 ? 0 : 1];
  const word = words[numberOf(keyed) % words.length] ?? { zh: '', en: '' };
  return { word, validUntil: (minute + 1) * minuteMs };
};

function minuteOf(at: Instant): number {
  return Math.floor(at / minuteMs);
}

function numberOf(keyed: string): number {
  let number = 0;
  for (let i = 0; i < keyed.length; i += 1) number = (number * 31 + keyed.charCodeAt(i)) % 0x1_0000_0000;
  return number;
}
