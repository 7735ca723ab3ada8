import { seedOfRun } from '../world/chance';
import { attemptTracing, ways } from './tracing-attempts';

jest.setTimeout(180_000);

test('X-05 attempts to trace without case, purpose or second approver give nobody’s name, whatever way they take', async () => {
  const seed = seedOfRun();
  console.info(`attempts to trace, TONGCHENG_SEED=${seed}`);
  const made = await attemptTracing(700, seed);
  for (const way of ways) expect([way, made[way]]).toEqual([way, 100]);
});
