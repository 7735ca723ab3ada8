import { existsSync } from 'node:fs';
import { command, node } from './command.mjs';
import { ensure } from './ensure.mjs';
import { nodeOfLine, otherLines } from './other-nodes.mjs';
import { at } from './places.mjs';
import { isGood, runJest, runJestOn, sayCounts } from './run-jest.mjs';
import { say, since } from './say.mjs';
import { fetchServerPrograms } from './server-programs.mjs';

const parts = [
  ['types', [at('node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false']],
  ['lint and format', [at('node_modules/@biomejs/biome/bin/biome'), 'check', '--colors=off']],
  ['generated files', [at('tools/generate.mjs'), '--check']],
  ...['openapi', 'openapi-gates', 'openapi-partners'].map((name) => [
    `OpenAPI, ${name}.json`,
    [at('node_modules/@redocly/cli/bin/cli.js'), 'lint', at(`docs/${name}.json`), '--extends=recommended-strict'],
  ]),
  ['unused and undeclared', [at('node_modules/knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors']],
];

/** The linter of the OpenAPI document is not to call home: neither counting its uses nor asking for a newer version. */
const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

const passes = async ([name, args]) => {
  if (!existsSync(args[0])) {
    say(`check: ${name} has nothing to look at yet`);
    return true;
  }
  const from = performance.now();
  const { code, words } = await node(args, { quiet: true, env });
  say(code === 0 ? `check: ${name} good (${since(from)})` : `check: ${name} FAILED\n${words}`);
  return code === 0;
};

/** What differs from one Node to the next, on another line: README promises each. A fault is told and counted, for others run on beside it. */
const onLine = (line) => () =>
  runOnLine(line).catch((fault) => {
    say(fault.message);
    return { passed: 0, failed: 1, skipped: 0, files: [] };
  });

const runOnLine = async (line) => {
  const program = await nodeOfLine(line);
  if (!program) {
    say(`check: npm has no Node ${line} for this machine: nothing was run on it`);
    return { passed: 0, failed: 0, skipped: 0, files: [] };
  }
  const { words } = await command(program, ['--version'], { quiet: true });
  say(`check: the stores, HTTP, the bundles and a whole day on Node ${words.trim()}`);
  return runJestOn(line, program);
};

/** nginx, Caddy and promtool for the tests of deploy/servers: here none of those is skipped for want of its program. */
const withServerPrograms = async () => {
  process.env.TONGCHENG_SERVER_PROGRAMS = 'required';
  const fault = await fetchServerPrograms();
  if (fault !== undefined) say(`check: server programs FAILED\n${fault}`);
  return fault === undefined;
};

/** Runs every part even when one fails, beside the builds; each that failed counts as one failure in the closing line. */
const check = async () => {
  const verdicts = [];
  const judged = (job) => async () => {
    verdicts.push((await job().catch((fault) => say(fault.message))) === true);
  };
  await ensure(undefined, [withServerPrograms, ...parts.map((part) => () => passes(part))].map(judged));
  const counts = await runJest([], otherLines.map(onLine));
  return { ...counts, failed: counts.failed + verdicts.filter((good) => !good).length };
};

const counts = await check().catch((fault) => {
  say(fault.message);
  return { passed: 0, failed: 1, skipped: 0, files: [] };
});
sayCounts(counts);
process.exitCode = isGood(counts) ? 0 : 1;
