import { recordAccess } from '../audit/record-access';
import type { SessionNeeds } from '../sessions/session-record';
import { endSessionsOf } from '../sessions/sessions';
import { firstOfficial, type OfficialNeeds } from './first-officials';
import { newCredentials, type ShowCredentials } from './official-credentials';
import { type OfficialRecord, officials } from './official-record';

/** What became of it; `unknown` is a login that nobody has, and then nothing was shown or changed. */
export type OfficialReset = 'reset' | 'created' | 'unknown';

/**
 * Gives an official new credentials, for whoever holds the installation's data and keys: recorded in the chained access log
 * first, shown before they hold. All sessions of the official end; attempts are counted anew, since they are those of the old credentials, and a revocation is lifted. Of the first
 * officials one that is missing is made; an installation that has none yet is left to its first start.
 */
export async function resetOfficial(
  needs: OfficialNeeds & SessionNeeds,
  login: string,
  cities: readonly string[],
  show: ShowCredentials,
): Promise<OfficialReset> {
  const held = await needs.store.get(officials, login);
  if (!held) return createMissing(needs, login, cities, show);
  const { shown, stored } = await newCredentials(needs, login);
  await recordReset(needs, held.officialId);
  await show([shown]);
  await replace(needs, login, stored);
  await endSessionsOf(needs, held.officialId);
  return 'reset';
}

async function createMissing(
  needs: OfficialNeeds,
  login: string,
  cities: readonly string[],
  show: ShowCredentials,
): Promise<OfficialReset> {
  if ((await needs.store.count(officials, {})) === 0) return 'unknown';
  const missing = await firstOfficial(needs, login, cities);
  if (!missing) return 'unknown';
  await recordReset(needs, missing.record.officialId);
  await show([missing.credentials]);
  if ((await needs.store.insert(officials, missing.record)) === 'exists')
    throw new Error('此人同时被别处创建，请重试。 Somebody else made this official at the same moment; try again.');
  return 'created';
}

/** A sign-in at the same moment changes the record too: what was shown holds afterwards all the same. */
async function replace(needs: OfficialNeeds, login: string, stored: Partial<OfficialRecord>): Promise<void> {
  const held = await needs.store.get(officials, login);
  if (!held) throw new Error('此人已不存在。 This official is not there any more.');
  const { _v, revokedAt: _at, revokedBy: _by, revokedReason: _reason, ...record } = held;
  if ((await needs.store.update(officials, { ...record, ...stored }, _v)) === 'conflict')
    await replace(needs, login, stored);
}

/** Of the whole installation, so of no city; by whoever holds its data and keys, who has no login here. */
const recordReset = (needs: OfficialNeeds, officialId: string) =>
  recordAccess(needs, { purpose: 'official-credentials', who: 'installation', city: '', what: officialId, counts: {} });
