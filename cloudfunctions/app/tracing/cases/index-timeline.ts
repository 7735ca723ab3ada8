import type { IndexRide } from '@tongcheng/shared/tracing/wire';
import type { SourcedRide } from '../reading/ride-source';
import type { PlaceName } from './place-names';

/** The rides of an index rider as who may open names sees them, the earliest first. */
export async function indexTimeline(placeName: PlaceName, rides: readonly SourcedRide[]): Promise<IndexRide[]> {
  const inOrder = rides.toSorted((one, other) => one.aboard.possible.from - other.aboard.possible.from);
  return Promise.all(inOrder.map((ride) => indexRide(placeName, ride)));
}

async function indexRide(placeName: PlaceName, ride: SourcedRide): Promise<IndexRide> {
  const { day, mode, placeId, aboard, inferred, flags } = ride;
  const place = await placeName(ride);
  const { proven, likely, possible } = aboard;
  return {
    ...{ day, mode, placeId },
    ...(place && { place }),
    ...(proven && { proven }),
    ...{ likely, possible, inferred: [...inferred], flags: [...flags] },
  };
}
