import { type MinuteWord, minuteSubject, minuteWord } from '@tongcheng/shared/rides/minute-word';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DayVault } from '../../vault/vault';

const words = new WeakMap<DayVault, Map<string, MinuteWord>>();

/** More venues than a city scans in a minute; beyond that the words are keyed anew. */
const mostKept = 20_000;

/** The word of a venue at an instant, under the key of the service day of that instant: the same on every instance. */
export const wordOfMinute = (dayVault: DayVault, venueId: string, at: Instant): MinuteWord => {
  const ofDay = words.get(dayVault) ?? new Map<string, MinuteWord>();
  words.set(dayVault, ofDay);
  const held = ofDay.get(venueId);
  if (held && isOf(held, at)) return held;
  const word = minuteWord(dayVault.pseudonym(minuteSubject(venueId, at)), at);
  if (ofDay.size >= mostKept) ofDay.clear();
  ofDay.set(venueId, word);
  return word;
};

function isOf({ validUntil }: MinuteWord, at: Instant): boolean {
  return at < validUntil && at >= validUntil - minuteMs;
}
