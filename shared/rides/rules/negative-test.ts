import { addDays, dayOf, hourMs, type Instant } from '../../time';
import { type AdmissionTerms, type RequirementCheck, refer, refuse } from './check';

/**
 * B-07: a negative result, not older than the rule allows. Days are counted by the calendar in Shanghai (2: of today, yesterday or the day before),
 * hours by the clock, exclusive: at the very end of the last hour it is too old. Without a limit only today's serves.
 */
export const negativeTest: RequirementCheck = ({ test }, terms, now) => {
  if (test === 'unavailable') return refer('test-unavailable');
  if (test === null || test.takenAt > now) return refuse('test-missing');
  if (test.result === 'positive') return refuse('test-positive');
  return isTooOld(test.takenAt, terms, now) ? refuse('test-too-old') : undefined;
};

function isTooOld(takenAt: Instant, { testMaxAgeDays = 0, testMaxAgeHours }: AdmissionTerms, now: Instant): boolean {
  if (testMaxAgeHours !== undefined) return now - takenAt >= testMaxAgeHours * hourMs;
  return dayOf(takenAt) < addDays(dayOf(now), -testMaxAgeDays);
}
