import type { OfficialRole } from '@tongcheng/shared/access';
import { newId } from '@tongcheng/shared/ids';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { newCredentials, type OfficialCredentials, type ShowCredentials } from './official-credentials';
import { type OfficialRecord, officials } from './official-record';

/** What making an official needs. */
export interface OfficialNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: KeyService;
}

/** Who is made: under which login, with which roles. */
interface FirstOfficial {
  readonly login: string;
  readonly roles: readonly OfficialRole[];
}

/** Two persons, because some acts need a second one. */
const firstOfficials: readonly FirstOfficial[] = [
  { login: 'chief', roles: ['administrator', 'bureau', 'operator'] },
  { login: 'deputy', roles: ['bureau', 'health', 'auditor'] },
];

/** Of the simulated city alone: the second key of a tracing, which is a role of its own within the health office (W-28, decision 189). */
export const demonstrationOfficials: readonly FirstOfficial[] = [{ login: 'supervisor', roles: ['health-supervisor'] }];

/**
 * Creates the first officials of an installation, and `more` where it is a demonstration; their credentials are shown before they are written. None if there are any. Throws a sentence
 * in both languages when another start was first, because then what was shown here opens nothing.
 */
export async function createFirstOfficials(
  needs: OfficialNeeds,
  cities: readonly string[],
  show: ShowCredentials,
  more: readonly FirstOfficial[] = [],
): Promise<readonly OfficialCredentials[]> {
  if ((await needs.store.count(officials, {})) > 0) return [];
  const made = await Promise.all(
    [...firstOfficials, ...more].map(({ login, roles }) => madeOf(needs, login, roles, cities)),
  );
  const shown = made.map(({ credentials }) => credentials);
  await show(shown);
  const records = made.map(({ record }) => record);
  const inserted = await needs.store.insertMany(officials, records);
  if (!inserted.includes('exists')) return shown;
  throw new Error(
    '另一次启动同时创建了首批管理人员，这里显示的登录信息无效。 Another start made the first officials at the same moment: the sign-in shown here does not hold.',
  );
}

/** Whether a login is one of the first officials'; there are no others yet who serve the whole installation. */
export const isFirstOfficial = (login: string): boolean => firstOfficials.some((each) => each.login === login);

/** A first official as they would be today, or undefined for any other login. */
export async function firstOfficial(
  needs: OfficialNeeds,
  login: string,
  cities: readonly string[],
): Promise<{ readonly credentials: OfficialCredentials; readonly record: OfficialRecord } | undefined> {
  const first = firstOfficials.find((each) => each.login === login);
  return first && madeOf(needs, login, first.roles, cities);
}

async function madeOf(
  needs: OfficialNeeds,
  login: string,
  roles: readonly OfficialRole[],
  cities: readonly string[],
): Promise<{ readonly credentials: OfficialCredentials; readonly record: OfficialRecord }> {
  const { shown, stored } = await newCredentials(needs, login);
  const officialId = newId(needs.clock.now(), needs.chance.bytes);
  return { credentials: shown, record: { _id: login, officialId, roles, cities, ...stored } };
}
