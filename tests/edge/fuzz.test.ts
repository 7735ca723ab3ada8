import { endpoints } from '@tongcheng/shared/api';
import { openTown, type Town } from '../world/town';
import { fuzz } from './fuzz';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test('200 bodies at every endpoint: no fault, and every answer has its form and both texts', async () => {
  const { inputs, accepted, complaints } = await fuzz(town, 200, 20_221_120);
  expect(complaints.slice(0, 10)).toEqual([]);
  expect(inputs).toBeGreaterThanOrEqual(200 * 35);
  expect(Object.keys(accepted)).toHaveLength(endpoints.length);
  expect(Object.values(accepted).filter((count) => count > 0).length).toBeGreaterThan(20);
  expect(accepted['rides.record-scan']).toBeGreaterThan(0);
}, 180_000);
