import { type MinuteWord, minuteSubject, minuteWord } from '@tongcheng/shared/rides/minute-word';
import type { Instant } from '@tongcheng/shared/time';
import type { DayVault } from '../../vault/vault';

/** The word of a venue at an instant, under the key of the service day of that instant: the same on every instance. */
export const wordOfMinute = (dayVault: DayVault, venueId: string, at: Instant): MinuteWord =>
  minuteWord(dayVault.pseudonym(minuteSubject(venueId, at)), at);
