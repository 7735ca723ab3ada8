import { type MinuteWord, minuteSubject, minuteWord } from '@tongcheng/shared/rides/minute-word';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import type { DayVault } from '../../../vault/vault';

/** The words of even minutes and of odd ones by venue: a scan asks for two in a row. */
type Words = readonly [Map<string, MinuteWord>, Map<string, MinuteWord>];

const words = new WeakMap<DayVault, Words>();

/** More venues than a city scans in a minute; beyond that the words are keyed anew. */
const maxCached = 20_000;

/** The word of a venue at an instant, under the key of the service day of that instant: the same on every instance. */
export const minuteWordOf = (dayVault: DayVault, venueId: string, at: Instant): MinuteWord => {
  const ofDay = words.get(dayVault) ?? ([new Map(), new Map()] satisfies Words);
  words.set(dayVault, ofDay);
  const byVenue = ofDay[Math.floor(at / minuteMs) % 2 === 0 ? 0 : 1];
  const cached = byVenue.get(venueId);
  if (cached && isOf(cached, at)) return cached;
  const word = minuteWord(dayVault.pseudonym(minuteSubject(venueId, at)), at);
  if (byVenue.size >= maxCached) byVenue.clear();
  byVenue.set(venueId, word);
  return word;
};

function isOf({ validUntil }: MinuteWord, at: Instant): boolean {
  return at < validUntil && at >= validUntil - minuteMs;
}

/** The key of a scan's live codes: the same each time it is asked for, kept nowhere, unknown to whoever lacks the day's key. */
export const liveKeyOf = (dayVault: DayVault, scanId: string): string => dayVault.pseudonym(`live.${scanId}`);
