import { install } from './install.mjs';
import { say } from './say.mjs';

const named = process.argv.slice(2);

try {
  await install();
  const { allSteps, buildStale } = await import('./build-stale.mjs');
  const unknown = named.filter((name) => !allSteps.includes(name));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${allSteps.join(', ')}`);
  await buildStale(named.length > 0 ? named : allSteps, { evenIfFresh: true });
} catch (fault) {
  say(fault.message);
  process.exitCode = 1;
}
