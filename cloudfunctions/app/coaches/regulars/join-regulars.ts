import type { joinRegulars as endpoint } from '@tongcheng/shared/coaches/regulars-api';
import { newDayId } from '@tongcheng/shared/ids';
import { fail } from '@tongcheng/shared/result';
import { wholeDayOf } from '@tongcheng/shared/time';
import type { Chance } from '../../../ports/chance';
import type { UseCase } from '../../use-case';
import { markOfAccount } from '../record-event';
import { type ResolveNeeds, resolveDeparture } from '../resolve-departure';
import { listOwnRegulars } from './own-regulars';
import { coachRegulars, regularsOfPerson, serviceOf } from './regular-record';

/** L-07: a known rider who is registered for this coach agrees that its service registers them by one tap. Bound to the person, for a year; again has one effect. */
export const joinRegulars: UseCase<typeof endpoint, ResolveNeeds & { readonly chance: Chance }> = async (
  needs,
  { personId, accountId },
  { code },
) => {
  if (personId === undefined) return fail('not-authenticated');
  const found = await resolveDeparture(needs, code);
  if (!found.ok) return found;
  const { read, day } = found.value;
  const service = await serviceOf(needs.vault, read);
  if (!service) return fail('departure-unknown');
  const by = markOfAccount(day, accountId);
  const isRegistered = read.manifest.passengers.some(({ registrations }) =>
    registrations.some((each) => each.by === by && each.source === 'rider'),
  );
  if (!isRegistered) return fail('registration-unknown');
  const now = needs.clock.now();
  const { mark, ...kept } = service;
  if (!(await regularsOfPerson(needs, personId, now)).some((each) => each.mark === mark)) {
    const _id = newDayId(now, needs.chance.bytes);
    const sealed = await needs.vault.sealFor(personId, _id, JSON.stringify(kept));
    await needs.store.insert(coachRegulars, { _id, personId, service: mark, sealed, agreedOn: wholeDayOf(now) });
  }
  return listOwnRegulars(needs, personId);
};
