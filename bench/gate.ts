import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { peer } from './cards';
import { numberText, writeSetFiles } from './cards/set-files';
import { type GateService, startService } from './gate/service';
import { type Measurement, percentile } from './measure';
import { bundleProgram } from './programs';

const cards = 10_000_000;
const changes = 20_000;
const taps = 3_000;

/** Resident memory of a process in megabytes, as Linux counts it. */
const residentMB = ({ pid }: ChildProcess): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1_000;

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
}

async function emptyNodeMB(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => 0, 1e6)']);
  await once(child.stdout, 'data');
  const resident = residentMB(child);
  await ended(child);
  return resident;
}

/** Waits for the first report of a version after so many reports, and gives when it came. */
async function reported(service: GateService, version: number, after = 0): Promise<number> {
  for (;;) {
    const found = service.reports.slice(after).find((each) => each.version === version);
    if (found) return found.at;
    await rest(5);
  }
}

/** The shipped program of a gate in a process of its own. */
async function gateIn(folder: string, service: GateService): Promise<ChildProcess> {
  const program = await bundleProgram('host/device/main.ts');
  const words = ['--folder', folder, '--server', service.url, '--code', 'BENCH', '--port', '0', '--every', '1'];
  const child = spawn(process.execPath, [program, ...words, '--taps-per-minute', '60000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Milliseconds of each tap, from the reader's question to the answer with its prompt, what is kept of it on the disk. */
async function tapTimes(folder: string) {
  const [url = '', token = ''] = readFileSync(join(folder, 'screen-link'), 'utf8').trim().split('/#');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took: number[] = [];
  for (let turn = 0; turn < taps; turn += 1) {
    // At a gate's pace there is nothing that waits; here a little rest keeps the bound of the program away.
    await rest(1);
    const began = performance.now();
    // Of three questions one is a linked card's, one another's, and one is of nothing: what the machine itself takes at that time.
    const kindOfTurn = turn % 3;
    const number = numberText(kindOfTurn === 0 ? turn * 7 : 5_000_000 + turn);
    await tapOnce(`${url}/${kindOfTurn === 2 ? 'nothing' : 'tap'}`, token, agent, number);
    took.push(performance.now() - began);
  }
  agent.destroy();
  const each = (kindOfTurn: number) => took.filter((_, turn) => turn % 3 === kindOfTurn);
  return { linked: each(0), others: each(1), empty: each(2) };
}

const tapOnce = (url: string, token: string, agent: Agent, number: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers: { authorization: `Bearer ${token}` } }, (reply) => {
      if (reply.statusCode === 401 || reply.statusCode === 400)
        reject(new Error(`a tap was answered ${reply.statusCode}`));
      reply.resume().once('end', resolve);
    });
    asked.once('error', reject);
    asked.end(JSON.stringify({ kind: 'beijing-yikatong', number }));
  });

/** The shipped program of a gate with ten million cards, in a process of its own, against the usual ways in the same run. */
export async function run(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-gate-'));
  try {
    const files = await writeSetFiles(folder, cards, changes);
    const service = await startService(files);
    const figures = await measured(join(folder, 'gate'), service);
    service.close();
    const [map, sqlite] = [await peer('map', folder), await peer('sqlite', folder)];
    return {
      name: `A gate's program: ${cards.toLocaleString('en-US')} cards, ${changes.toLocaleString('en-US')} changes`,
      figures: [
        ...figures,
        { what: 'memory of a Map of the language with as many cards', value: map.residentMB, unit: 'MB' },
        { what: 'memory of SQLite with as many cards, its pages on the disk', value: sqlite.residentMB, unit: 'MB' },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tapFigures = (
  what: string,
  times: readonly number[],
  more: { readonly hoped?: true },
): Measurement['figures'] => [
  { what: `${what}, p50`, value: percentile(times, 0.5), unit: 'ms' },
  { what: `${what}, p99`, value: percentile(times, 0.99), unit: 'ms', aim: { atMost: 10, ...more } },
];

async function measured(folder: string, service: GateService): Promise<Measurement['figures']> {
  const empty = await emptyNodeMB();
  const first = await gateIn(folder, service);
  const snapshot = (await reported(service, 1)) - (service.fetched[0]?.at ?? 0);
  await ended(first);
  const [began, after] = [performance.now(), service.reports.length];
  const gate = await gateIn(folder, service);
  const start = (await reported(service, 1, after)) - began;
  const loaded = residentMB(gate);
  const { linked, others, empty: unasked } = await tapTimes(folder);
  service.offerDelta();
  const delta = (await reported(service, 2)) - (service.fetched.find(({ name }) => name === 'delta')?.at ?? 0);
  const changed = residentMB(gate);
  await ended(gate);
  return [
    { what: 'snapshot fetched, checked, kept and loaded', value: snapshot / 1e3, unit: 's' },
    {
      what: 'start with the snapshot on its disk, to the first report',
      value: start / 1e3,
      unit: 's',
      aim: { atMost: 10 },
    },
    { what: 'memory above an empty Node, loaded', value: loaded - empty, unit: 'MB' },
    { what: 'the same after taps and changes', value: changed - empty, unit: 'MB' },
    ...tapFigures('question to its local endpoint that asks nothing', unasked, { hoped: true }),
    ...tapFigures('tap over its local endpoint, decision and prompt', others, {}),
    ...tapFigures('the same of a linked card, flushed to the disk before', linked, { hoped: true }),
    { what: 'delta fetched, checked, kept and taken', value: delta, unit: 'ms', aim: { atMost: 5_000 } },
  ];
}
