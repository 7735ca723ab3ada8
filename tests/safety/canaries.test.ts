import { seedOfRun } from '../world/chance';
import { scanForCanaries } from './canaries';
import { forms, kindsOfPlace } from './canaries/planted-leaks';

test('W-28 W-29 X-03 nothing that a running host wrote, said or answered lets anybody’s facts be read but where an allowance says why; every planted leak is found', async () => {
  const seed = seedOfRun();
  console.info(`canaries, TONGCHENG_SEED=${seed}`);
  const found = await scanForCanaries(20, seed);
  const planted = Object.keys(kindsOfPlace).length * Object.keys(forms).length;
  expect(found).toMatchObject({ people: 20, leaks: 0, plantedFound: found.planted });
  expect(found.planted).toBeGreaterThan(planted);
}, 180_000);
