import { mkdirSync, writeFileSync } from 'node:fs';
import { run as audit } from './audit';
import { run as cards } from './cards';
import { run as coachReport } from './coach-report';
import { run as coaches } from './coaches';
import { run as cold } from './cold';
import { run as consolePages } from './console';
import { run as forgetting } from './forgetting';
import { run as forwarded } from './forwarded';
import { run as gate } from './gate';
import { fails, type Measurement, machine } from './measure';
import { run as overload } from './overload';
import { run as passes } from './passes';
import { run as report } from './report';
import { run as scans } from './scans';
import { run as start } from './start';
import { run as store } from './store';
import { run as stores } from './stores';
import { table } from './table';
import { run as tokens } from './tokens';
import { run as tracing } from './tracing';
import { run as tracingCase } from './tracing-case';
import { run as usual } from './usual';

/** Every bench by its name: `npm run bench -- scans report` runs some of them. */
const benches: Readonly<Record<string, () => Promise<Measurement>>> = {
  scans,
  overload,
  store,
  stores,
  report,
  start,
  cold,
  tokens,
  usual,
  tracing,
  audit,
  forwarded,
  case: tracingCase,
  forgetting,
  coaches,
  coachReport,
  cards,
  gate,
  passes,
  console: consolePages,
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const options = words.findIndex((word) => word.startsWith('--'));
  const named = options === -1 ? words : words.slice(0, options);
  const chosen = named.length > 0 ? named : Object.keys(benches);
  const measurements: Measurement[] = [];
  for (const name of chosen) {
    const run = benches[name];
    if (!run) throw new Error(`no such bench: ${name}; there are ${Object.keys(benches).join(', ')}`);
    process.stderr.write(`bench: ${name} …\n`);
    measurements.push(await run());
  }
  process.stdout.write(`${table(measurements)}\n`);
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/bench.json', `${JSON.stringify({ machine: machine(), measurements }, null, 2)}\n`);
  process.stdout.write('\nJSON: dist/bench.json\n');
  process.exitCode = measurements.some(({ figures }) => figures.some(fails)) ? 1 : 0;
}

void main();
