import { ensure } from './ensure.mjs';
import { isGood, runJest, sayCounts } from './run-jest.mjs';
import { say } from './say.mjs';

const words = process.argv.slice(2);
const filter = words.filter((word) => word !== '--no-build');

const counts = await (async () => {
  try {
    if (!words.includes('--no-build')) await ensure();
    return await runJest(filter);
  } catch (fault) {
    say(fault.message);
    return { passed: 0, failed: 1, skipped: 0, files: [] };
  }
})();
sayCounts(counts);
process.exitCode = isGood(counts) ? 0 : 1;
