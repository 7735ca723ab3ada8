import { maskDocumentForComparison } from '@tongcheng/shared/identity/masks';
import type { ExposedRider, NamedMatch } from '@tongcheng/shared/tracing/wire';
import type { PersonFacts, Vault } from '../../../vault/vault';
import { personOf, subjectOf } from '../../rides/scanning/scan-subject';
import type { SourcedExposure } from '../trace';
import { rank } from './count-trace';
import type { PlaceName } from './place-names';

/** Whom to tell, and how. */
type Contact = Pick<PersonFacts, 'name' | 'documentKind' | 'documentNumber' | 'phone'>;

/** Somebody exposed, across days: by whom they are to the vault. Only after an approval. */
export interface MergedRider {
  /** `p_…` or `a_…`; of a coach's passenger who is not enrolled, of their document. */
  readonly subjectId: string;
  /** Of a coach's passenger: as they stand on the manifest. */
  readonly told?: Contact;
  /** The surest first, then the oldest. */
  readonly exposures: readonly SourcedExposure[];
}

/** Opens whose the exposures are and joins them across days: the surest first, then the oldest, so that pages follow one another. */
export async function mergeRiders(
  { vault }: { readonly vault: Vault },
  city: string,
  exposures: readonly SourcedExposure[],
): Promise<readonly MergedRider[]> {
  const merged = new Map<string, MergedRider>();
  for (const exposure of exposures) {
    const found = await whoIn(vault, city, exposure);
    if (!found) continue;
    const known = merged.get(found.subjectId) ?? { ...found, exposures: [] };
    merged.set(found.subjectId, { ...known, ...found, exposures: [...known.exposures, exposure] });
  }
  const riders = [...merged.values()].map((each) => ({ ...each, exposures: each.exposures.toSorted(bySurest) }));
  return riders.sort((one, other) => byFirst(one, other) || (one.subjectId < other.subjectId ? -1 : 1));
}

/** Who was exposed; undefined once their day is closed. */
async function whoIn(
  vault: Vault,
  city: string,
  { day, seal }: SourcedExposure,
): Promise<Pick<MergedRider, 'subjectId' | 'told'> | undefined> {
  const dayVault = await vault.day(city, day, seal.of);
  if (!dayVault) return undefined;
  if (seal.of === 'city') return { subjectId: dayVault.open(seal.recordId, seal.sealed).subjectId };
  const told = dayVault.openFacts(seal.recordId, seal.sealed);
  const personId = await vault.findByDocument(told.documentKind, told.documentNumber);
  const subjectId = personId === undefined ? undefined : subjectOf({ personId, accountId: '' });
  return { subjectId: subjectId ?? vault.subjectOf(told.documentKind, told.documentNumber), told };
}

const bySurest = (one: SourcedExposure, other: SourcedExposure): number =>
  rank(one) - rank(other) || one.shared.from - other.shared.from;

const byFirst = ({ exposures: [one] }: MergedRider, { exposures: [other] }: MergedRider): number =>
  one && other ? bySurest(one, other) : 0;

/** A rider as who may open names sees them. */
export async function exposedRider(
  placeName: PlaceName,
  { subjectId, told, exposures }: MergedRider,
  facts: ReadonlyMap<string, PersonFacts>,
): Promise<ExposedRider> {
  // What somebody says of themselves goes before what stands on a manifest.
  const found: Contact | undefined = facts.get(personOf(subjectId) ?? '') ?? told;
  return {
    ...(found && {
      person: {
        ...{ name: found.name, documentKind: found.documentKind, phone: found.phone },
        maskedDocument: maskDocumentForComparison(found.documentNumber),
      },
    }),
    matches: await Promise.all(exposures.map((exposure) => namedMatch(placeName, exposure))),
  };
}

async function namedMatch(placeName: PlaceName, exposure: SourcedExposure): Promise<NamedMatch> {
  const { day, mode, placeId, restsOn, certainty, shared, stretches, inferred, companions, flags } = exposure;
  const place = await placeName(exposure);
  return {
    ...{ day, mode, placeId, restsOn, certainty, companions },
    ...(place && { place }),
    ...{ from: shared.from, to: shared.to },
    ...(stretches !== undefined && { stretches }),
    inferred: { index: [...inferred.index], exposed: [...inferred.exposed] },
    flags: [...flags],
  };
}
