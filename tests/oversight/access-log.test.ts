import { accessLog, type RecordedAccess } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { anchorAccessLog } from '@tongcheng/cloudfunctions/app/audit/anchor-access-log';
import { recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { officials } from '@tongcheng/cloudfunctions/app/oversight/official-record';
import { recipientIdOf } from '@tongcheng/cloudfunctions/app/reports/recipients/recipients-of';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import type { OfficialRole } from '@tongcheng/shared/access';
import { AccessRow } from '@tongcheng/shared/oversight/wire';
import { cityScope } from '@tongcheng/shared/scope';
import { addDays, type Day, dayMs, dayOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

let town: Town;
let today: Day;
beforeEach(async () => {
  town = await openTown();
  today = dayOf(town.needs.clock.now());
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const token = (role: OfficialRole = 'auditor', cities?: string[]) => officialToken(town, [role], cities);
const record = (access: Partial<RecordedAccess> & Pick<RecordedAccess, 'what'>) =>
  recordAccess(town.needs, {
    purpose: 'report-download',
    who: 'timer.daily-reports',
    city: '420100',
    counts: {},
    ...access,
  });
const Page = z.strictObject({ accesses: z.array(AccessRow), next: z.string().exactOptional() });
const asked = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ city: '420100', from: addDays(today, -6), to: today, limit: 100 },
  ...more,
});
const list = async (more?: Readonly<Record<string, unknown>>) =>
  Page.parse((await town.ask('oversight.list-accesses', asked(more), token())).value);
const whats = async (more?: Readonly<Record<string, unknown>>) =>
  (await list(more)).accesses.filter(({ purpose }) => purpose !== 'access-log').map(({ about }) => about);

test('X-04 an auditor reads the entries of a city with those of the whole installation, and the reading is one itself', async () => {
  await record({ what: 'wuhan', day: today, reason: 'review', counts: { riders: 3 } });
  await record({ what: 'elsewhere', city: '420200' });
  await record({ what: 'rider', city: '', who: 'rider', purpose: 'own-data' });
  const { accesses } = await list();
  expect(accesses).toEqual([
    expect.objectContaining({ purpose: 'access-log', about: `access-log.${addDays(today, -6)}.${today}` }),
    expect.objectContaining({ about: 'rider', actor: 'rider' }),
    expect.objectContaining({ about: 'wuhan', actor: 'timer', reason: 'review', day: today, counts: { riders: 3 } }),
  ]);
  expect(accesses.find(({ about }) => about === 'rider')).not.toHaveProperty('name');
  expect(await town.needs.store.count(accessLog, {})).toBe(4);
});

test('X-04 a page that is taken out as a file is an entry that says so', async () => {
  await list();
  await list({ exported: true });
  const { accesses } = await list();
  expect(accesses.map(({ purpose, reason }) => [purpose, reason])).toEqual([
    ['access-log', undefined],
    ['access-log', 'export'],
    ['access-log', undefined],
  ]);
});

test('X-04 it is searched by day, purpose, person and thing', async () => {
  await createFirstOfficials(town.needs, ['420100'], async () => undefined);
  const chief = await town.needs.store.get(officials, 'chief');
  await record({ what: 'old' });
  town.pass(8 * dayMs);
  today = dayOf(town.needs.clock.now());
  await record({ what: 'by-chief', who: chief?.officialId ?? '' });
  await record({ what: 'mail', purpose: 'report-delivery', day: addDays(today, -1) });
  expect(await whats()).toEqual(['mail', 'by-chief']);
  expect(await whats({ from: addDays(today, -8) })).toEqual(['mail', 'by-chief', 'old']);
  expect(await whats({ purpose: 'report-delivery' })).toEqual(['mail']);
  expect(await whats({ who: 'Chief' })).toEqual(['by-chief']);
  expect(await whats({ who: chief?.officialId })).toEqual(['by-chief']);
  expect(await whats({ about: 'by-chief' })).toEqual(['by-chief']);
  expect(await whats({ about: `420100.${addDays(today, -1)}` })).toEqual(['mail']);
  expect((await list({ who: 'chief' })).accesses[0]).toMatchObject({ actor: 'official', name: 'chief' });
});

test('X-04 who received a report and whom a change was about are named, and found by the name', async () => {
  const mail = 'Bureau@wuhan.example';
  await seedRecipient(town.needs, '420100', mail, 'masked');
  const id = recipientIdOf(cityScope('420100'), mail);
  await record({ what: 'sent', who: id, purpose: 'report-delivery' });
  const changes = { purpose: 'report-recipients' } as const;
  const [seeded, sent] = [(await list(changes)).accesses[0], (await list({ who: mail })).accesses[0]];
  expect(seeded).toMatchObject({ about: id, aboutName: mail });
  expect(sent).toMatchObject({ about: 'sent', actor: 'recipient', name: mail });
  await record({ what: 'gone', who: 'gone-id', purpose: 'report-delivery' });
  expect((await list({ about: 'gone' })).accesses[0]).toMatchObject({ actor: 'recipient', name: 'gone-id' });
});

test('X-04 pages follow each other without a gap and without an entry twice', async () => {
  for (let number = 0; number < 7; number += 1) await record({ what: `r${number}` });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await list({ purpose: 'report-download', limit: 3, ...(after !== undefined && { after }) });
    seen.push(...page.accesses.map(({ about }) => about));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(['r6', 'r5', 'r4', 'r3', 'r2', 'r1', 'r0']);
});

test('X-04 it is checked on the days that are asked for, against the head of a mail too', async () => {
  await record({ what: 'a' });
  await anchorAccessLog(town.needs);
  town.pass(dayMs);
  await anchorAccessLog(town.needs);
  const check = async (more: Readonly<Record<string, unknown>> = {}) => {
    const { limit, ...days } = asked(more);
    return (await town.ask('oversight.check-accesses', days, token())).value;
  };
  const whole = z.looseObject({ lastHead: z.string() }).parse(await check());
  expect(whole).toMatchObject({ whole: true, entries: 1, ended: 0 });
  expect(await check({ head: whole.lastHead })).toMatchObject({ whole: true });
  expect(await check({ head: whole.lastHead.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toEqual({
    ...{ whole: false, firstBad: whole.lastHead.slice(0, 10), why: 'anchor-changed' },
  });
  const [entry] = (await town.needs.store.find(accessLog, { where: {}, limit: 1 })).items;
  await town.needs.store.delete(accessLog, entry?._id ?? '');
  expect(await check()).toEqual({ whole: false, firstBad: entry?._id, why: 'missing' });
  expect(await check({ from: addDays(today, 1), to: addDays(today, 1) })).toMatchObject({ whole: true, entries: 0 });
});

test('X-04 another city, too many days and a head that is none are refused in words', async () => {
  const code = async (name: 'list' | 'check', more: Readonly<Record<string, unknown>>, who = token()) => {
    const { limit, ...days } = asked(more);
    const input = name === 'list' ? { ...days, limit } : days;
    return (await town.ask(`oversight.${name}-accesses`, input, who)).failure?.code;
  };
  for (const name of ['list', 'check'] as const) {
    expect(await code(name, { city: '420200' })).toBe('city-unknown');
    expect(await code(name, { from: addDays(today, -92) })).toBe('range-too-long');
    expect(await code(name, {}, token('bureau'))).toBe('not-allowed');
  }
  expect(await code('check', { head: 'yesterday' })).toBe('access-head-unreadable');
});
