import { makeAppeal } from '@tongcheng/cloudfunctions/app/appeals/make-appeal';
import { openAppeal } from '@tongcheng/cloudfunctions/app/appeals/open-appeal';
import { checkAccessLog } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { exportOwn } from '@tongcheng/cloudfunctions/app/rights/export-own';
import { ownAccesses } from '@tongcheng/cloudfunctions/app/rights/own-accesses';
import type { Platforms } from '@tongcheng/cloudfunctions/ports/platform';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { Workbook } from 'exceljs';
import { anOfficial, aScan, aStranger } from '../world/callers';
import { enrolled, type FamilyTown, memberOf, openFamilyTown, person } from '../world/family-town';
import { memoryObjects } from '../world/memory-objects';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

const noPlatforms: Platforms = { web: {}, wechat: {}, alipay: {} };
const official = anOfficial({ officialId: 'nobody-known', roles: ['health'] });
let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('rights');
});
afterEach(() => town.close());

const now = () => town.needs.clock.now();
const ride = async (caller: RiderCaller, memberId?: string) =>
  answered(
    await recordScan(town.needs, caller, aScan(town, 'bus1', now(), memberId === undefined ? {} : { memberId })),
  );
const seen = async (caller: RiderCaller) => answered(await ownAccesses(town.needs, caller, {})).accesses;
const report = (day: string, purpose: 'daily-report' | 'report-download') =>
  recordAccess(town.needs, {
    purpose,
    who: 'official-9',
    city: '420100',
    day,
    what: `420100.${day}.1.full`,
    counts: {},
  });

test('X-04 a rider sees who looked at reports of the days they rode, and of no other day', async () => {
  const rider = await enrolled(town, 0);
  await ride(rider);
  await report('2026-11-21', 'daily-report');
  await report('2026-11-21', 'report-download');
  await report('2026-11-20', 'report-download');
  const stranger = await enrolled(town, 1);
  expect((await seen(rider)).map(({ who, purpose, day }) => [who, purpose, day])).toEqual([
    ['recipient', 'report-download', '2026-11-21'],
    ['timer', 'daily-report', '2026-11-21'],
  ]);
  expect(await seen(stranger)).toEqual([]);
  expect(await checkAccessLog({ ...town.needs, objects: memoryObjects() })).toMatchObject({ whole: true, entries: 3 });
});

test('X-04 the opening of an appeal is shown to its rider only, with the reason', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const other = await enrolled(town, 1, { colour: 'red' });
  await ride(other);
  const { scanId } = await ride(red);
  const made = answered(
    await makeAppeal({ ...town.needs, platforms: noPlatforms }, red, { scanId, text: '请人工核对' }),
  );
  answered(await openAppeal(town.needs, official, { appealId: made.appealId, purpose: 'decide' }));
  expect(await seen(red)).toMatchObject([{ purpose: 'appeal', reason: 'decide' }]);
  expect(await seen(other)).toEqual([]);
});

test('X-04 X-09 accesses to a member’s rides are shown to the holder of the family account', async () => {
  const rider = await enrolled(town, 0);
  const mother = await memberOf(town, rider, 1);
  await ride(rider, mother);
  await report('2026-11-21', 'report-download');
  expect(await seen(rider)).toMatchObject([{ purpose: 'report-download' }]);
});

test('X-14 an export asks for the document’s number, within the day’s attempts, and is on record', async () => {
  const rider = await enrolled(town, 0);
  const asked = { form: 'json', documentNumber: 'G99999999' } as const;
  expect(refusalOf(await exportOwn(town.needs, rider, asked))).toBe('document-refused');
  const right = { ...asked, documentNumber: person(0).documentNumber.toLowerCase() };
  answered(await exportOwn(town.needs, rider, right));
  expect(await seen(rider)).toMatchObject([{ purpose: 'own-data', who: 'rider' }]);
  const more: (string | undefined)[] = [];
  for (let turn = 0; turn < 9; turn += 1) more.push(refusalOf(await exportOwn(town.needs, rider, asked)));
  expect(more.slice(-1)).toEqual(['too-many-tries']);
  expect(refusalOf(await exportOwn(town.needs, rider, right))).toBe('too-many-tries');
});

test('X-14 the JSON holds everything of the rider and nothing of anybody else', async () => {
  const rider = await enrolled(town, 0, { name: '演示导出人' });
  const mother = await memberOf(town, rider, 1, { name: '验证长辈' });
  town.needs.services.register.cards.set('t-union:3104800000007654321', 'known');
  answered(await bindCard(town.needs, rider, { kind: 't-union', number: '3104800000007654321' }));
  await ride(rider);
  await ride(rider, mother);
  await ride(await enrolled(town, 2, { name: '测试别人' }));
  const { base64, fileName } = answered(
    await exportOwn(town.needs, rider, { form: 'json', documentNumber: person(0).documentNumber }),
  );
  expect(fileName).toBe('tongcheng-2026-11-21.json');
  const text = Buffer.from(base64, 'base64').toString('utf8');
  expect(JSON.parse(text)).toMatchObject({
    person: { name: '演示导出人', documentNumber: person(0).documentNumber, phone: '13900000001' },
    cards: [{ number: '3104800000007654321' }],
    family: [{ maskedName: '验**', relation: 'parent' }],
    rides: [{ day: '2026-11-21', ride: { venue: { venueId: 'bus-1' } } }, { member: '验**' }],
    accesses: [{ purpose: 'own-data' }],
  });
  for (const hidden of ['验证长辈', '测试别人', person(1).documentNumber, 'personId', 'sealed'])
    expect(text).not.toContain(hidden);
});

test('X-14 R-04 the workbook opens in another program, in both languages, with texts only', async () => {
  const rider = await enrolled(town, 0, { name: '演示导出人' });
  await ride(rider);
  const asked = { form: 'xlsx', documentNumber: person(0).documentNumber } as const;
  const { base64, contentType } = answered(await exportOwn(town.needs, rider, asked));
  expect(contentType).toContain('spreadsheetml');
  const book = new Workbook();
  const bytes = Buffer.from(base64, 'base64');
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '本人 Me',
    '交通卡 Cards',
    '家人 Family',
    '行程 Rides',
    '客车 Coaches',
    '客车常客 Coach regulars',
    '申诉 Appeals',
    '谁看过 Who looked',
    '乘车凭证 Passes',
  ]);
  expect(book.getWorksheet('本人 Me')?.getCell('B3').value).toBe('演示导出人');
  expect(book.getWorksheet('行程 Rides')?.actualRowCount).toBe(2);
});

test('X-14 nothing is exported to a session without a person, however often it asks, nor of one who was erased', async () => {
  const rider = await enrolled(town, 0);
  const asked = { form: 'json', documentNumber: person(0).documentNumber } as const;
  const bare = aStranger('bare');
  for (let turn = 0; turn < 12; turn += 1)
    expect(refusalOf(await exportOwn(town.needs, bare, asked))).toBe('not-authenticated');
  answered(await exportOwn(town.needs, rider, asked));
  await town.needs.vault.forget(rider.personId ?? '');
  expect(refusalOf(await exportOwn(town.needs, rider, asked))).toBe('not-authenticated');
});
