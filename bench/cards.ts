import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { writeSetFiles } from './cards/set-files';
import type { Measurement } from './measure';
import { bundleProgram } from './programs';

const cards = 10_000_000;
const changes = 20_000;

const Answer = z.object({
  cards: z.number(),
  loadSeconds: z.number(),
  setMB: z.number(),
  residentMB: z.number(),
  bare: z.number(),
  lookup: z.number(),
  deltaSeconds: z.number(),
  decisionMs: z.number(),
  afterMB: z.number(),
});

const Peer = z.object({ lookup: z.number(), residentMB: z.number(), found: z.number() });

/** One of the usual ways to do the same, in a process of its own. */
export async function peer(way: 'map' | 'sqlite', folder: string) {
  const program = await bundleProgram('bench/cards/peer-child.ts');
  const args = ['--expose-gc', '--max-old-space-size=8192', program, way, folder, String(cards)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const answer = Peer.parse(JSON.parse(stdout));
  if (answer.found === 0) throw new Error(`${way} found no card`);
  return answer;
}

/** What a gate of ten million cards needs, in a process of its own that holds nothing else. */
export async function run(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-cards-'));
  try {
    const files = await writeSetFiles(folder, cards, changes);
    const program = await bundleProgram('bench/cards/device-child.ts');
    const args = ['--expose-gc', program, files.snapshot, files.delta, files.publicKey, String(files.now)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const answer = Answer.parse(JSON.parse(stdout));
    if (answer.cards !== cards) throw new Error(`${answer.cards} cards of ${cards}`);
    const [map, sqlite] = [await peer('map', folder), await peer('sqlite', folder)];
    return {
      name: `Cards at a gate: ${cards.toLocaleString('en-US')} cards, ${changes.toLocaleString('en-US')} changes`,
      figures: [
        { what: 'memory of the set', value: answer.setMB, unit: 'MB', aim: { atMost: 80 } },
        { what: 'the same after the changes', value: answer.afterMB, unit: 'MB', aim: { atMost: 80 } },
        { what: 'growth of the whole process while it loads', value: answer.residentMB, unit: 'MB' },
        { what: 'snapshot', value: files.snapshotBytes / 1e6, unit: 'MB' },
        { what: 'load of the snapshot from disk, checked', value: answer.loadSeconds, unit: 's', aim: { atMost: 10 } },
        { what: 'delta', value: files.deltaBytes, unit: 'bytes', aim: { atMost: 150_000 } },
        { what: 'delta checked and taken', value: answer.deltaSeconds * 1e3, unit: 'ms' },
        { what: 'HMAC of a token alone', value: answer.bare, unit: 'µs' },
        { what: 'HMAC and look-up', value: answer.lookup, unit: 'µs' },
        {
          what: 'look-up against the HMAC alone',
          value: answer.lookup / answer.bare,
          unit: 'times',
          aim: { atMost: 1.5 },
        },
        { what: 'the same by a Map of the language', value: map.lookup, unit: 'µs' },
        { what: 'memory of the Map', value: map.residentMB, unit: 'MB' },
        { what: 'the same by SQLite on the disk, its pages in memory', value: sqlite.lookup, unit: 'µs' },
        { what: 'decision and prompt, p99', value: answer.decisionMs, unit: 'ms', aim: { atMost: 10 } },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
