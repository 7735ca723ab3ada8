import { forgettingDrills } from '../safety/forgetting-drill';
import { seedOfRun } from '../world/chance';

jest.setTimeout(180_000);

/** All ten thousand by `npm run safety -- forgetting --full`. */
const drills = 12;

test(`X-03 X-20 ${drills} forgetting drills: certificates, the files of the running host and a restored older backup agree on every day`, async () => {
  const seed = seedOfRun();
  console.info(`forgetting drills, TONGCHENG_SEED=${seed}`);
  const { worlds, forgottenDays } = await forgettingDrills(drills, seed);
  expect(worlds).toBe(drills);
  expect(forgottenDays).toBeGreaterThan(drills);
});
