import type { listOfficials as endpoint } from '@tongcheng/shared/oversight/api';
import type { OfficialRow } from '@tongcheng/shared/oversight/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { OpenSessionsNeeds } from '../sessions/sessions';
import { openSessionsOf } from '../sessions/sessions';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { officials } from './official-record';
import { overseesAllOf } from './revoke-official';

interface Needs extends OpenSessionsNeeds {
  readonly cityOf: CityOf;
}

/** Officials who act for a city of the caller, those that were revoked among them; there are few. */
export const listOfficials: UseCase<typeof endpoint, Needs> = async (needs, caller, { city }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  const rows: OfficialRow[] = [];
  for await (const batch of needs.store.stream(officials, { where: {} }))
    for (const record of batch.filter((each) => oversees(each, cityScope(city)))) {
      const { _id: login, officialId, name, roles, cities, provinces, revokedAt } = record;
      const within = overseesAllOf(caller, record);
      const isOther = officialId !== caller.officialId;
      rows.push({
        ...{ officialId, login, roles: [...roles], cities: [...cities] },
        ...(name !== undefined && { name }),
        ...(provinces && { provinces: [...provinces] }),
        sessions: (await openSessionsOf(needs, [officialId])).length,
        ...(revokedAt !== undefined && { revokedAt }),
        revocable: isOther && revokedAt === undefined && within,
        within,
      });
    }
  return ok({ officials: rows });
};
