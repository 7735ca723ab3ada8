import { addDays, dayOf } from '../../time';
import { type RequirementCheck, refer, refuse } from './check';

/** B-07: a negative result of today or at most `testMaxAgeDays` civil days before, by the calendar in Shanghai; without a limit only today's. */
export const negativeTest: RequirementCheck = ({ test }, { testMaxAgeDays = 0 }, now) => {
  if (test === 'unavailable') return refer('test-unavailable');
  if (test === null || test.takenAt > now) return refuse('test-missing');
  if (test.result === 'positive') return refuse('test-positive');
  return dayOf(test.takenAt) < addDays(dayOf(now), -testMaxAgeDays) ? refuse('test-too-old') : undefined;
};
