import { oversees, type Scope } from '@tongcheng/shared/scope';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import { type OfficialRecord, officials } from '../official-record';

interface Needs {
  readonly store: DocumentStore;
}

/** Officials as the installation has them, by login. */
export async function allOfficials({ store }: Needs): Promise<readonly OfficialRecord[]> {
  const all: OfficialRecord[] = [];
  for await (const batch of store.stream(officials, { where: {} }))
    all.push(...batch.map(({ _v, ...official }) => official));
  return all;
}

/** Whether somebody can sign in and administers. */
const administers = ({ roles, revokedAt }: Pick<OfficialRecord, 'roles' | 'revokedAt'>): boolean =>
  revokedAt === undefined && roles.includes('administrator');

const placesOf = ({ cities, provinces = [] }: Pick<OfficialRecord, 'cities' | 'provinces'>): readonly Scope[] => [
  ...cities.map((code) => ({ level: 'city', code }) as const),
  ...provinces.map((code) => ({ level: 'province', code }) as const),
];

/**
 * Whether a city or a province, or the whole installation, would have no administrator if this official were as `after` says, or gone without
 * it. Somebody who has not used their first link is no official yet and does not count.
 */
export function wouldLackAdministrator(
  all: readonly OfficialRecord[],
  held: OfficialRecord,
  after: Pick<OfficialRecord, 'roles' | 'cities' | 'provinces'> | undefined,
): boolean {
  if (!administers(held)) return false;
  const others = all.filter((each) => each._id !== held._id && administers(each));
  const left = after && administers(after) ? [...others, after] : others;
  return left.length === 0 || placesOf(held).some((place) => !left.some((each) => oversees(each, place)));
}

/**
 * Replaces an official, unless a place would be left without an administrator. Looked at again after it is written, and taken back then: of two
 * that are changed at once each may be the other's last one.
 */
export async function replaceOfficial(
  needs: Needs,
  { _v, ...held }: Stored<OfficialRecord>,
  next: OfficialRecord,
): Promise<'replaced' | 'conflict' | 'last-administrator'> {
  const after = next.revokedAt === undefined ? next : undefined;
  if (wouldLackAdministrator(await allOfficials(needs), held, after)) return 'last-administrator';
  if ((await needs.store.update(officials, next, _v)) === 'conflict') return 'conflict';
  if (!wouldLackAdministrator(await allOfficials(needs), held, after)) return 'replaced';
  await restore(needs, held);
  return 'last-administrator';
}

/** Puts back what an official may do and where; a sign-in meanwhile changes the record too. */
async function restore(needs: Needs, held: OfficialRecord): Promise<void> {
  const stored = await needs.store.get(officials, held._id);
  if (!stored) return;
  const { _v, provinces: _p, revokedAt: _at, revokedBy: _by, revokedReason: _reason, ...record } = stored;
  const { roles, cities, provinces, revokedAt, revokedBy, revokedReason } = held;
  const before = {
    ...{ ...record, roles, cities },
    ...(provinces && { provinces }),
    ...(revokedAt !== undefined && { revokedAt }),
    ...(revokedBy !== undefined && { revokedBy }),
    ...(revokedReason !== undefined && { revokedReason }),
  };
  if ((await needs.store.update(officials, before, _v)) === 'conflict') await restore(needs, held);
}
