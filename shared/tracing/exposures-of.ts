import { scanFlags } from '../rides/meanings';
import type { Exposure } from './exposure';
import type { TraceParameters } from './parameters';
import type { TraceRule } from './rules/match';
import { sameDeparture } from './rules/same-departure';
import { sameSailing } from './rules/same-sailing';
import { sameTaxi } from './rules/same-taxi';
import { sharedStretch } from './rules/shared-stretch';
import type { TracedMode, TracedRide } from './traced-ride';

/** The rule of each mode (W-22 to W-25). */
const ruleOfMode: Readonly<Record<TracedMode, TraceRule>> = {
  bus: sharedStretch,
  tram: sharedStretch,
  brt: sharedStretch,
  metro: sharedStretch,
  ferry: sameSailing,
  taxi: sameTaxi,
  coach: sameDeparture,
};

/**
 * Whom a rider's rides exposed among the rides of others, in the order of the rides; several matches of one rider stay several. The rider's
 * own rides expose nobody who is them. A ride that was refused is no ride and is in neither list (W-32).
 */
export const exposuresOf = <R extends TracedRide>(
  index: readonly R[],
  others: readonly TracedRide[],
  parametersOf: (ride: R) => TraceParameters,
): readonly Exposure[] => {
  const byPlace = new Map<string, TracedRide[]>(index.map((ride) => [placeOf(ride), []]));
  for (const other of others) byPlace.get(placeOf(other))?.push(other);
  return index.flatMap((ride) =>
    (byPlace.get(placeOf(ride)) ?? []).flatMap((other) => exposureIn(ride, other, parametersOf(ride))),
  );
};

const placeOf = ({ mode, placeId }: TracedRide): string => `${mode} ${placeId}`;

function exposureIn(index: TracedRide, other: TracedRide, parameters: TraceParameters): readonly Exposure[] {
  if (index.rider === other.rider) return [];
  const match = ruleOfMode[index.mode](index, other, parameters);
  if (!match) return [];
  const { rider, mode, placeId } = other;
  return [
    {
      ...{ rider, mode, placeId, ...match },
      inferred: { index: index.inferred, exposed: other.inferred },
      companions: other.party - 1,
      flags: scanFlags.filter((flag) => index.flags.includes(flag) || other.flags.includes(flag)),
    },
  ];
}
