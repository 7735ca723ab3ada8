import { withBuildLock } from './build-lock.mjs';
import { say, sayWhile, since } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamps.mjs';
import { steps } from './steps.mjs';

const buildOne = async (name, evenIfFresh) => {
  const step = steps[name];
  if (!step.isThere()) return say(`build: ${name} has nothing to build yet`);
  const hash = hashOf(step.inputs);
  if (!evenIfFresh && isStamped(name, hash)) return;
  say(`build: ${name} …`);
  const from = performance.now();
  await sayWhile(`build: ${name}`, () => step.run());
  stamp(name, hash);
  say(`build: ${name} done in ${since(from)}`);
};

/** Takes names from the shared queue until it is empty; a step that fails doesn't keep the others from being built. */
const worker = async (queue, failures, evenIfFresh) => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift())
    await buildOne(name, evenIfFresh).catch((fault) => failures.push(`build: ${name} FAILED\n${fault.message}`));
};

/** Builds those of `names` whose inputs changed since their last build (or all of them), two at a time. */
export const buildStale = (names, { evenIfFresh = false } = {}) =>
  withBuildLock(async () => {
    const queue = Object.keys(steps).filter((name) => names.includes(name));
    const failures = [];
    await Promise.all([worker(queue, failures, evenIfFresh), worker(queue, failures, evenIfFresh)]);
    if (failures.length > 0) throw new Error(failures.join('\n'));
  });

export const allSteps = Object.keys(steps);
