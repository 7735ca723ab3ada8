import type { openOfficialLink as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { UseCase } from '../../use-case';
import { totpUri } from '../totp';
import { linkEnds } from './official-change';
import { changeOfLink, type LinkNeeds, linkTotpSecret } from './official-link';

/** What an official sees before they set their own password: who they are here, and the secret for their authenticator. */
export const openOfficialLink: UseCase<typeof endpoint, LinkNeeds> = async (needs, _caller, input) => {
  const change = await changeOfLink(needs, input);
  if (typeof change === 'string') return fail(change);
  const totpSecret = await linkTotpSecret(needs.keys, change);
  const { roles, cities, provinces } = change.after ?? change.before ?? { roles: [], cities: [], provinces: [] };
  return ok({
    ...{ login: change.login, roles, cities, provinces, totpSecret },
    totpUri: totpUri(change.login, totpSecret),
    endsAt: linkEnds(change),
  });
};
