import { makeDoubtTwoCities } from '../reading/doubt-two-cities';
import type { SourcedRide } from '../reading/ride-source';
import type { RiderDayNeeds } from '../reading/rider-days';
import type { MergedRider } from './exposed-riders';

/** Riders whose names are opened, with the doubt that they scanned in another city sooner than anybody travels. */
export async function doubtRiders(
  needs: RiderDayNeeds,
  city: string,
  riders: readonly MergedRider[],
): Promise<readonly MergedRider[]> {
  const doubt = await makeDoubtTwoCities(needs, city);
  return Promise.all(
    riders.map(async (rider) => ({
      ...rider,
      exposures: await Promise.all(
        rider.exposures.map((each) => (each.seal.of === 'city' ? doubt(each, rider.subjectId, each.shared) : each)),
      ),
    })),
  );
}

/** The same of rides of the index rider, whose names are opened too. */
export async function doubtRides(
  needs: RiderDayNeeds,
  city: string,
  rides: readonly SourcedRide[],
): Promise<readonly SourcedRide[]> {
  const doubt = await makeDoubtTwoCities(needs, city);
  return Promise.all(
    rides.map(async (ride) => {
      const { seal, day, aboard } = ride;
      const dayVault = seal.of === 'city' ? await needs.vault.day(city, day) : undefined;
      return dayVault ? doubt(ride, dayVault.open(seal.recordId, seal.sealed).subjectId, aboard.likely) : ride;
    }),
  );
}
