import type { leaveRegulars as endpoint } from '@tongcheng/shared/coaches/regulars-api';
import { fail } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { listOwnRegulars } from './own-regulars';
import { coachRegulars, regularsOfPerson } from './regular-record';

/** Takes an agreement back: crews no longer see or register the person by it from the next question on. */
export const leaveRegulars: UseCase<typeof endpoint, CoachNeeds> = async (needs, { personId }, { regularId }) => {
  if (personId === undefined) return fail('not-authenticated');
  const held = await regularsOfPerson(needs, personId, needs.clock.now());
  const left = held.find((each) => each.regularId === regularId);
  if (!left) return fail('regular-unknown');
  for (const each of held) if (each.mark === left.mark) await needs.store.delete(coachRegulars, each.regularId);
  return listOwnRegulars(needs, personId);
};
