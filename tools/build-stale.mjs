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

/** Takes jobs from the shared queue until it is empty. */
const worker = async (queue) => {
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) await job();
};

/**
 * Builds those of `names` whose inputs changed since their last build (or all of them), two at a time; a step that fails doesn't keep
 * the others from being built. `beside` are jobs that need no build and never throw: they fill the time of the second processor.
 */
export const buildStale = (names, { evenIfFresh = false, beside = [] } = {}) =>
  withBuildLock(async () => {
    const failures = [];
    const jobOf = (name) => () =>
      buildOne(name, evenIfFresh).catch((fault) => failures.push(`build: ${name} FAILED\n${fault.message}`));
    const wanted = Object.keys(steps).filter((name) => names.includes(name));
    const [long, short] = [true, false].map((isLong) =>
      wanted.filter((name) => (steps[name].isLong ?? false) === isLong),
    );
    // What takes longest begins first: what is left at the end is short, and neither processor waits long for the other.
    const queue = [...long.map(jobOf), ...beside, ...short.map(jobOf)];
    await Promise.all([worker(queue), worker(queue)]);
    if (failures.length > 0) throw new Error(failures.join('\n'));
  });

export const allSteps = Object.keys(steps);
