import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'tongcheng-zones-'));
const program = join(folder, 'count-wrong-times.js');
beforeAll(() =>
  build({ entryPoints: ['tests/shared/count-wrong-times.ts'], bundle: true, platform: 'node', outfile: program }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a host in a zone makes of every quarter hour of 2026. */
const countIn = (zone: string): unknown =>
  JSON.parse(execFileSync(process.execPath, [program], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }));

test.each([
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Asia/Shanghai',
  'UTC',
])('R-01 times are Shanghai’s on a host in %s: every quarter hour of 2026', (zone) => {
  expect(countIn(zone)).toEqual({ zone, seen: 35_040, wrong: 0 });
});
