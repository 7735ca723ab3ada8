import { maskDocumentForComparison } from '@tongcheng/shared/identity/masks';
import type { ExposedRider, NamedMatch } from '@tongcheng/shared/tracing/wire';
import type { PersonFacts, Vault } from '../../../vault/vault';
import { personOf } from '../../rides/scanning/scan-subject';
import type { VenueOf } from '../../venues/cached-records';
import type { SourcedExposure } from '../trace';
import { rank } from './count-trace';

/** Somebody exposed, across days: by whom they are to the vault. Only after an approval. */
export interface MergedRider {
  /** `p_…` or `a_…`. */
  readonly subjectId: string;
  /** The surest first, then the oldest. */
  readonly exposures: readonly SourcedExposure[];
}

/** Opens whose the exposures are and joins them across days: the surest first, then the oldest, so that pages follow one another. */
export async function mergeRiders(
  { vault }: { readonly vault: Vault },
  city: string,
  exposures: readonly SourcedExposure[],
): Promise<readonly MergedRider[]> {
  const merged = new Map<string, SourcedExposure[]>();
  for (const exposure of exposures) {
    const dayVault = await vault.day(city, exposure.day);
    if (!dayVault) continue;
    const { subjectId } = dayVault.open(exposure.seal.recordId, exposure.seal.sealed);
    const known = merged.get(subjectId);
    if (known) known.push(exposure);
    else merged.set(subjectId, [exposure]);
  }
  const riders = [...merged].map(([subjectId, own]) => ({ subjectId, exposures: own.toSorted(bySurest) }));
  return riders.sort((one, other) => byFirst(one, other) || (one.subjectId < other.subjectId ? -1 : 1));
}

const bySurest = (one: SourcedExposure, other: SourcedExposure): number =>
  rank(one) - rank(other) || one.shared.from - other.shared.from;

const byFirst = ({ exposures: [one] }: MergedRider, { exposures: [other] }: MergedRider): number =>
  one && other ? bySurest(one, other) : 0;

/** A rider as who may open names sees them. */
export async function exposedRider(
  venueOf: VenueOf,
  { subjectId, exposures }: MergedRider,
  facts: ReadonlyMap<string, PersonFacts>,
): Promise<ExposedRider> {
  const found = facts.get(personOf(subjectId) ?? '');
  return {
    ...(found && {
      person: {
        ...{ name: found.name, documentKind: found.documentKind, phone: found.phone },
        maskedDocument: maskDocumentForComparison(found.documentNumber),
      },
    }),
    matches: await Promise.all(exposures.map((exposure) => namedMatch(venueOf, exposure))),
  };
}

async function namedMatch(venueOf: VenueOf, exposure: SourcedExposure): Promise<NamedMatch> {
  const { day, mode, placeId, restsOn, certainty, shared, stretches, inferred, companions, flags } = exposure;
  const place = (await venueOf(placeId))?.name;
  return {
    ...{ day, mode, placeId, restsOn, certainty, companions },
    ...(place && { place }),
    ...{ from: shared.from, to: shared.to },
    ...(stretches !== undefined && { stretches }),
    inferred: { index: [...inferred.index], exposed: [...inferred.exposed] },
    flags: [...flags],
  };
}
