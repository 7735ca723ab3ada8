import { say, since } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamps.mjs';
import { steps } from './steps.mjs';
import { inTurn } from './turn.mjs';

const buildOne = async (name, evenIfFresh) => {
  const step = steps[name];
  if (!step.isThere()) return say(`build: ${name} has nothing to build yet`);
  const hash = hashOf(step.inputs);
  if (!evenIfFresh && isStamped(name, hash)) return;
  say(`build: ${name} …`);
  const from = performance.now();
  await step.run();
  stamp(name, hash);
  say(`build: ${name} done in ${since(from)}`);
};

const worker = async (queue, evenIfFresh) => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) await buildOne(name, evenIfFresh);
};

/** Builds those of `names` whose inputs changed since their last build (or all of them), two at a time. */
export const buildStale = (names, { evenIfFresh = false } = {}) =>
  inTurn(async () => {
    const queue = Object.keys(steps).filter((name) => names.includes(name));
    await Promise.all([worker(queue, evenIfFresh), worker(queue, evenIfFresh)]);
  });

export const allSteps = Object.keys(steps);
