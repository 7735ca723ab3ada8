import type { OfficialRole } from '@tongcheng/shared/access';
import type * as api from '@tongcheng/shared/oversight/api';
import type { SignInRow } from '@tongcheng/shared/oversight/session-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { type OpenSessionsNeeds, openSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { mayEndFor } from './end-sign-in';
import { officials } from './official-record';

interface Needs extends OpenSessionsNeeds {
  readonly cityOf: CityOf;
}

/** Who sees where others are signed in; everybody sees where they are themselves. */
const overseers: readonly OfficialRole[] = ['administrator', 'bureau', 'auditor'];

/** Where the caller is signed in, and where officials who act for the city are, the latest heard of first. */
export const listSignIns: UseCase<typeof api.listSignIns, Needs> = async (needs, caller, { city }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  const seesOthers = caller.roles.some((role) => overseers.includes(role));
  const signIns: SignInRow[] = [];
  for await (const batch of needs.store.stream(officials, { where: {} }))
    for (const record of batch) {
      const isOwn = record.officialId === caller.officialId;
      if (!isOwn && !(seesOthers && oversees(record, cityScope(city)))) continue;
      const endable = mayEndFor(caller, record);
      const { _id: login, officialId, name } = record;
      for (const { sessionId, openedAt, renewedAt, expiresAt } of await openSessionsOf(needs, [officialId]))
        signIns.push({
          ...{ sessionId, officialId, login, openedAt, renewedAt, endsAt: expiresAt, endable },
          ...(name !== undefined && { name }),
          ...(sessionId === caller.sessionId && { current: true as const }),
        });
    }
  return ok({ signIns: signIns.toSorted((one, other) => other.renewedAt - one.renewedAt) });
};
