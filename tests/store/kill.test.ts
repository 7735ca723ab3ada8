import { percentile } from '../../bench/measure';
import { seedOfRun } from '../world/chance';
import { runKills } from './kill-rounds';

const seed = seedOfRun();

test(`safety rule 4: 100 kills under load lose and double nothing acknowledged (TONGCHENG_SEED=${seed})`, async () => {
  const { kills, acknowledged, complaints, restarts } = await runKills(100, seed);
  expect(complaints).toEqual([]);
  expect(kills).toBe(100);
  expect(acknowledged).toBeGreaterThan(1_000);
  expect(restarts.length).toBeGreaterThan(50);
  const [half, most] = [percentile(restarts, 0.5), percentile(restarts, 0.99)].map(Math.round);
  console.info(`${acknowledged} acknowledged; restart to first answer: p50 ${half} ms, p99 ${most} ms`);
}, 240_000);
