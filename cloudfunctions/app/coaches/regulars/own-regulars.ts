import type { ownRegulars as endpoint } from '@tongcheng/shared/coaches/regulars-api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import type { CoachNeeds } from '../deliver-events';
import { regularsOfPerson } from './regular-record';

/** What the caller agreed to. */
export const ownRegulars: UseCase<typeof endpoint, CoachNeeds> = async (needs, { personId }) =>
  personId === undefined ? fail('not-authenticated') : listOwnRegulars(needs, personId);

/** The agreements of a person, as they are answered. */
export async function listOwnRegulars(needs: CoachNeeds, personId: string) {
  const held = await regularsOfPerson(needs, personId, needs.clock.now());
  return ok({ regulars: held.map(({ mark: _mark, ...own }) => own) });
}
