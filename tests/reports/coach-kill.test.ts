import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { planVersion } from '@tongcheng/cloudfunctions/app/reports/forming/plan-version';
import { deliveries, recipients, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { minuteMs } from '@tongcheng/shared/time';
import { openMailServer } from '../world/mail-server';
import { aCity } from '../world/records';
import { city, day, nextMorning, sha256 } from '../world/report-installation';
import { environmentIn } from '../world/town';
import { coachRecipient, departureFrom, elsewhere, settingsOf } from './coach-departures';

const departures = 12;
const passengersEach = 4;
const kills = 12;
/** Longer than a dead run keeps others from its report, and from its mail. */
const untilNextRunMs = 40 * minuteMs;

type Server = Awaited<ReturnType<typeof openMailServer>>;

const opened = (folder: string, now = nextMorning): Promise<Container> =>
  makeContainer(readConfig(environmentIn(folder)), { clock: { now: () => now } });

/** A day of coaches that is planned and not yet formed, for whoever gets names and whoever gets none. */
async function plannedDay(folder: string): Promise<void> {
  const needs = await opened(folder);
  const settings = { ...settingsOf(city), reports: { formFromHour: 2, protection: 'link' } as const };
  await needs.store.insert(cities, aCity(settings));
  const masked = coachRecipient(city);
  for (const each of [masked, { ...masked, _id: 'full', address: 'full@example.cn', form: 'full' as const }])
    await needs.store.insert(recipients, each);
  for (let number = 0; number < departures; number += 1) {
    const at = `${String(6 + number).padStart(2, '0')}:20:00`;
    const coach = await departureFrom({ needs, store: needs.store }, city, elsewhere, { at, aboard: passengersEach });
    await coach.open();
    for (let seat = 1; seat <= passengersEach; seat += 1) await coach.register(seat);
  }
  const subject = reportSubjects.find(({ name }) => name === 'coaches');
  if (!subject) throw new Error('no reports of coaches');
  const key = { subject: 'coaches', level: 'city', city, period: 'day', day } as const;
  const moments = { now: nextMorning, until: nextMorning };
  if (!(await planVersion(needs, subject, { level: 'city', code: city, settings }, key, moments)))
    throw new Error('nothing was planned');
  await needs.store.close();
}

/** One run of the timer; dies soon after it said its n-th write. Gives how many writes it said, and whether it came to its end. */
async function runReports(program: string, folder: string, { port }: Server, now: number, dieAt = Infinity) {
  const child = spawn(process.execPath, [program, folder, String(port), String(now)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [ended, lines] = [once(child, 'close'), createInterface(child.stdout)];
  let [writes, isDone] = [0, false];
  lines.on('line', (line) => {
    if (line.startsWith('fault')) throw new Error(line);
    if (line === 'done') isDone = true;
    else writes += 1;
    // Where within a write it dies is chance: before, meanwhile or after.
    if (writes === dieAt) setTimeout(() => child.kill('SIGKILL'), Math.random() * 3);
  });
  await Promise.all([ended, once(lines, 'close')]);
  return { writes, isDone };
}

async function outcomeIn(folder: string) {
  const { store, objects } = await opened(folder);
  const { items: made } = await store.find(reports, { where: { city, day }, limit: 100 });
  const { items: rows } = await store.find(deliveries, { where: { city, day }, limit: 100 });
  const files = await Promise.all(made.map(async ({ key }) => sha256(await buffer(await objects.get(key)))));
  await store.close();
  return {
    reports: made.map(({ form, version, rows, riders, sha256: told }) => ({ form, version, rows, riders, told })),
    files,
    sent: rows.map(({ recipientId, state }) => [recipientId, state]).sort(),
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongcheng-coach-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('R-02 R-06 L-12 kill -9 while a report of coaches is formed and sent, twelve times: one file to the byte, one mail each', async () => {
  const bundled = ['tools/bundled.mjs', 'tests/reports/coach-report-run.ts'];
  const program = execFileSync(process.execPath, bundled, { encoding: 'utf8' }).trim();
  const [whole, killed] = [join(folder, 'whole'), join(folder, 'killed')];
  await plannedDay(whole);
  cpSync(whole, killed, { recursive: true });
  const undisturbed = await openMailServer();
  const first = await runReports(program, whole, undisturbed, nextMorning);
  expect(first.isDone).toBe(true);
  const server = await openMailServer();
  let [now, deaths] = [nextMorning, 0];
  for (let life = 0; life < kills; life += 1) {
    // Of a whole run's writes most are left to each life, fewer as the work goes on.
    const dieAt = 1 + Math.floor((Math.random() * first.writes) / 4);
    if (!(await runReports(program, killed, server, now, dieAt)).isDone) deaths += 1;
    now += untilNextRunMs;
  }
  expect(deaths).toBeGreaterThan(4);
  expect((await runReports(program, killed, server, now)).isDone).toBe(true);
  const [expected, came] = [await outcomeIn(whole), await outcomeIn(killed)];
  expect(expected.reports.map(({ form, rows }) => [form, rows]).sort()).toEqual([
    ['full', departures * passengersEach],
    ['masked', departures * passengersEach],
  ]);
  expect(came).toEqual(expected);
  expect(came.sent).toEqual([
    [coachRecipient(city)._id, 'sent'],
    ['full', 'sent'],
  ]);
  // One that died between the server's word and its own sends the same mail again, under the same Message-ID.
  expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(2);
  expect(server.received.length).toBeLessThanOrEqual(2 + deaths);
  await Promise.all([server.close(), undisturbed.close()]);
}, 300_000);
