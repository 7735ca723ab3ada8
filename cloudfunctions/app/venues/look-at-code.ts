import { fail, ok } from '@tongcheng/shared/result';
import type { lookAtCode as endpoint } from '@tongcheng/shared/venues/api';
import type { UseCase } from '../use-case';
import type { ResolveCode } from './resolve-code';
import { venueView } from './venue-view';

/** Says what a code is and records nothing: line, plate or station to compare with what the rider sees (W-18). */
export const lookAtCode: UseCase<typeof endpoint, { readonly resolveCode: ResolveCode }> = async (
  { resolveCode },
  _caller,
  input,
) => {
  const { state, venue, mistyped } = await resolveCode(input.code);
  switch (state) {
    case 'valid':
    case 'demonstration':
      return venue ? ok(venueView(venue)) : fail('code-unknown');
    case 'revoked':
      return fail('code-revoked');
    case 'forged':
      return fail('code-forged');
    case 'foreign':
      return fail('code-foreign');
    case 'unknown':
      return mistyped ? fail('code-unknown', { mistyped }) : fail('code-unknown');
  }
};
