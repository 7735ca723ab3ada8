import { percentile } from '../../bench/measure';
import { seedOfRun } from '../world/chance';
import { runKills } from './kill-rounds';

const main = async () => {
  const kills = Number(process.argv[2] ?? 10_000);
  const seed = seedOfRun();
  console.info(`kills ${kills}, TONGCHENG_SEED=${seed}`);
  const { acknowledged, complaints, restarts } = await runKills(kills, seed);
  for (const complaint of complaints) console.error(complaint);
  const [half, most] = [percentile(restarts, 0.5), percentile(restarts, 0.99)].map(Math.round);
  console.info(`${acknowledged} acknowledged, ${complaints.length} complaints; restart p50 ${half} ms, p99 ${most} ms`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
};

main();
