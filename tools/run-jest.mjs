import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { command } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const jest = at('node_modules/jest/bin/jest.js');

const nothing = { passed: 0, failed: 0, skipped: 0, files: [] };

/** What jest's own report says. A suite that could not be loaded counts as one failure: its tests never had the chance to fail. */
const countsIn = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
  files: report.testResults.map(({ name, startTime, endTime }) => ({
    name: relative(at(), name),
    seconds: (endTime - startTime) / 1_000,
  })),
});

/** One call of jest on a Node; a run that died before it could count is one failure. */
const part = async (name, args, filter, { program = process.execPath, env = {} } = {}) => {
  const file = at('dist/.stamps', `jest-${name}-${process.pid}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const report = ['--json', `--outputFile=${file}`];
  const { code } = await command(program, [jest, ...filter, ...args, '--passWithNoTests', ...report], {
    env: { FORCE_COLOR: '0', ...env },
  });
  if (!existsSync(file)) return { ...nothing, failed: code === 0 ? 0 : 1 };
  const counts = countsIn(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  return { ...counts, failed: Math.max(counts.failed, code === 0 ? 0 : 1) };
};

const withoutBrowser = ['--selectProjects', 'node', 'dom', 'mini'];

/** Those that drive a browser, one after the other. */
const runDriven = (filter) => part('browser', ['--selectProjects', 'browser', '--runInBand'], filter);

/** How many parts the tests without a browser are cut into: few enough that jest's start is little, enough that both rows end together. */
const shards = 8;

/** Tests that drive several servers by the clock: they stay on the disk, which sets the pace of an installation. */
const servers = 'tests/servers/';

const runServers = () => part('servers', [...withoutBrowser, '--maxWorkers=1'], [servers]);

/** One of the parts of all others, on one worker. */
const runShard = (shard, env) =>
  part(`plain-${shard}`, [...withoutBrowser, `--shard=${shard}/${shards}`, '--maxWorkers=1'], [`^(?!.*${servers})`], {
    env,
  });

/** Runs jobs from the shared queue until it is empty; gives what they counted. */
const runRow = async (queue) => {
  let counts = nothing;
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) counts = addCounts(counts, await job());
  return counts;
};

/**
 * All tests and `others`, two at a time from the first to the last: one row begins with those that drive a browser, one after the other, those
 * of several servers, and `others`; what is left both rows take part by part. Much of the time of the parts went into waiting until a
 * commit is on the disk: where there is memory enough their files are in it. Those of the first row's beginning are not.
 */
const runAll = (others) =>
  withTemporaryFolder(async (env) => {
    const queue = Array.from({ length: shards }, (_, before) => () => runShard(before + 1, env));
    const first = async () =>
      addCounts(await runRow([() => runDriven([]), runServers, ...others]), await runRow(queue));
    const [one, other] = await Promise.all([first(), runRow(queue)]);
    return addCounts(one, other);
  });

/** The tests that `filter` names, as jest understands it, or all of them with `others` beside. */
export const runJest = async (filter, others = []) => {
  if (filter.length === 0) return runAll(others);
  return addCounts(await part('plain', withoutBrowser, filter), await runDriven(filter));
};

/**
 * What differs from one Node to the next, for the others: the stores and their drivers, HTTP and stops, the bundles, a command, and
 * one whole day of a city with its report. The cloud starts functions on a Node of its own.
 */
const onOtherNodes = [
  'tests/store',
  'tests/adapters/document-store/sqlite',
  'tests/host/gateway',
  'tests/host/drain',
  'tests/host/audit',
  'tests/host/yesterday-again',
  'tests/functions/bundles',
];

/** These tests again, on the Node of another line. */
export const runJestOn = (line, program) =>
  part(`node-${line}`, ['--selectProjects', 'node', '--maxWorkers=1'], onOtherNodes, { program });

/** The counts of two runs. */
const addCounts = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  files: [...one.files, ...other.files],
});

/** The slowest files of a run, to be seen by whoever made one slower; no run fails on its time. */
const slowest = (files) =>
  [...files]
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, 20)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);

/** The line that closes every run. Nothing passed means nothing was seen, which is a failure. */
const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** What a run says last: its slowest files, what was skipped, then one line of one form. */
export const sayCounts = (counts) => {
  if (counts.files.length > 20) say(['the slowest test files:', ...slowest(counts.files)].join('\n'));
  if (counts.skipped > 0) say(`${counts.skipped} skipped: what they need (../shared, leave to mount) is not here`);
  say(closingLine(counts));
};

export const isGood = ({ passed, failed }) => passed > 0 && failed === 0;
