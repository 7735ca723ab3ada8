import { existsSync, readFileSync, rmSync } from 'node:fs';
import { node } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

const jest = at('node_modules/jest/bin/jest.js');

/** One call of jest; a run that died before it could count is one failure. */
const part = async (name, args, filter) => {
  const file = at('dist/.stamps', `counts-${name}-${process.pid}.json`);
  const reporter = ['--reporters=default', `--reporters=${at('tools/jest/reporter.cjs')}`];
  const { code } = await node([jest, ...filter, ...args, '--passWithNoTests', ...reporter], {
    env: { TONGCHENG_COUNTS: file, FORCE_COLOR: '0' },
  });
  if (!existsSync(file)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return { ...counts, failed: Math.max(counts.failed, code === 0 ? 0 : 1) };
};

/** All tests: those that need no browser two at a time, then those that drive one, alone. `filter` goes to jest as it is. */
export const runJest = async (filter) => {
  const plain = await part('plain', ['--selectProjects', 'node', 'dom', 'mini'], filter);
  const driven = await part('browser', ['--selectProjects', 'browser', '--runInBand'], filter);
  return {
    passed: plain.passed + driven.passed,
    failed: plain.failed + driven.failed,
    skipped: plain.skipped + driven.skipped,
  };
};

/** The line that closes every run. Nothing passed means nothing was seen, which is a failure. */
const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** What a run says last: what was skipped, then one line of one form. */
export const sayCounts = (counts) => {
  if (counts.skipped > 0) say(`${counts.skipped} skipped: what they need (../shared, leave to mount) is not here`);
  say(closingLine(counts));
};

export const isGood = ({ passed, failed }) => passed > 0 && failed === 0;
