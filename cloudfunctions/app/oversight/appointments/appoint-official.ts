import { newId } from '@tongcheng/shared/ids';
import { recordAccess } from '../../audit/record-access';
import type { SessionNeeds } from '../../sessions/session-record';
import { endSessionsOf } from '../../sessions/sessions';
import type { OfficialNeeds } from '../first-officials';
import { newCredentials, type ShowCredentials } from '../official-credentials';
import { type OfficialRecord, officials } from '../official-record';
import { allOfficials, replaceOfficial, wouldLackAdministrator } from './administrators';

/** What the command says an official may do, and where. */
type RolesAndCities = Pick<OfficialRecord, 'roles' | 'cities'>;

/** What became of a change; `last-administrator`: a place would be left without one, so nothing was changed. */
export type AppointmentChange = 'changed' | 'unknown' | 'last-administrator';

type Needs = OfficialNeeds & SessionNeeds;

/** Makes an official, for whoever holds the installation's data and keys: on record first, credentials shown before they hold. */
export async function addOfficial(
  needs: Needs,
  login: string,
  { roles, cities }: RolesAndCities,
  show: ShowCredentials,
): Promise<'added' | 'exists'> {
  if (await needs.store.get(officials, login)) return 'exists';
  const { shown, stored } = await newCredentials(needs, login);
  const officialId = newId(needs.clock.now(), needs.chance.bytes);
  await onRecord(needs, officialId, `add ${roles.join(',')}`);
  await show([shown]);
  const record = { _id: login, officialId, roles, cities, ...stored };
  return (await needs.store.insert(officials, record)) === 'inserted' ? 'added' : 'exists';
}

/** Changes what an official may do and where, on record first; what is not named stays. Their sessions end, so that it holds within five seconds on every host. */
export async function changeAppointment(
  needs: Needs,
  login: string,
  change: Partial<RolesAndCities>,
): Promise<AppointmentChange> {
  const held = await needs.store.get(officials, login);
  if (!held) return 'unknown';
  const { _v, ...official } = held;
  const next: OfficialRecord = { ...official, ...change };
  if (wouldLackAdministrator(await allOfficials(needs), held, next)) return 'last-administrator';
  await onRecord(needs, official.officialId, `change ${next.roles.join(',')}`);
  const outcome = await replaceOfficial(needs, held, next);
  if (outcome === 'conflict') return changeAppointment(needs, login, change);
  if (outcome === 'last-administrator') return outcome;
  await endSessionsOf(needs, official.officialId);
  return 'changed';
}

/** Lets an official in no more, on record first, and ends their sessions; what they did stays attributable, so the record stays. `reset` lets them in again. */
export async function removeOfficial(needs: Needs, login: string): Promise<AppointmentChange> {
  const held = await needs.store.get(officials, login);
  if (!held) return 'unknown';
  const { _v, ...official } = held;
  if (wouldLackAdministrator(await allOfficials(needs), held, undefined)) return 'last-administrator';
  await onRecord(needs, official.officialId, 'revoke');
  const end = { revokedAt: needs.clock.now(), revokedBy: 'installation', revokedReason: 'officials remove' };
  const outcome = await replaceOfficial(needs, held, { ...end, ...official });
  if (outcome === 'conflict') return removeOfficial(needs, login);
  if (outcome === 'last-administrator') return outcome;
  await endSessionsOf(needs, official.officialId);
  return 'changed';
}

/** Of the whole installation, so of no city; by whoever holds its data and keys, who has no login here. */
const onRecord = (needs: Needs, officialId: string, reason: string) =>
  recordAccess(needs, {
    ...{ purpose: 'official-credentials', who: 'installation', city: '' },
    ...{ what: officialId, reason, counts: {} },
  } as const);
