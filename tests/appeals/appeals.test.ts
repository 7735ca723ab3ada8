import { alerts } from '@tongcheng/cloudfunctions/app/alerts/alert-record';
import { answerAppeal } from '@tongcheng/cloudfunctions/app/appeals/answer-appeal';
import { appeals } from '@tongcheng/cloudfunctions/app/appeals/appeal-record';
import { listAppeals } from '@tongcheng/cloudfunctions/app/appeals/list-appeals';
import { lookAtVerdict } from '@tongcheng/cloudfunctions/app/appeals/look-at-verdict';
import { makeAppeal } from '@tongcheng/cloudfunctions/app/appeals/make-appeal';
import { openAppeal } from '@tongcheng/cloudfunctions/app/appeals/open-appeal';
import { ownAppeals } from '@tongcheng/cloudfunctions/app/appeals/own-appeals';
import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { Platforms } from '@tongcheng/cloudfunctions/ports/platform';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { hourMs } from '@tongcheng/shared/time';
import { bytesOf } from '../world/bytes';
import { anOfficial, aScan } from '../world/callers';
import { enrolled, type FamilyTown, memberOf, openFamilyTown, person } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

const noPlatforms: Platforms = { web: {}, wechat: {}, alipay: {} };
let town: FamilyTown;
let needs: Omit<FamilyTown['needs'], 'platforms'> & { platforms: Platforms };
beforeEach(async () => {
  town = await openFamilyTown('appeals');
  needs = { ...town.needs, platforms: noPlatforms };
});
afterEach(() => town.close());

const words = '今天上午刚做完核酸，结果是阴性，请核对。';
const desk = (cities = ['420100'], officialId = 'official-1') => anOfficial({ officialId, roles: ['bureau'], cities });

async function refused(caller: RiderCaller, memberId?: string): Promise<string> {
  const scan = aScan(town, 'bus1', needs.clock.now(), memberId === undefined ? {} : { memberId });
  const reply = answered(await recordScan(needs, caller, scan));
  expect(reply.verdict.decision).not.toBe('admit');
  return reply.scanId;
}

const queue = async (state: 'waiting' | 'answered' = 'waiting') =>
  answered(await listAppeals(needs, desk(), { city: '420100', state, limit: 50 }));

test('X-15 a verdict names its issuer, rule and version, reasons and expiry', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const page = answered(await lookAtVerdict(needs, red, { scanId: await refused(red) }));
  expect(page).toMatchObject({
    issuer: { zh: '省健康码平台' },
    rule: { zh: '绿码' },
    open: true,
    answerWithinHours: 24,
    verdict: { decision: 'refuse', colour: 'red', ruleId: 'town', ruleVersion: 4, reasons: [{ code: 'status-red' }] },
  });
  expect(page.verdict.expiresAt).toBeGreaterThan(needs.clock.now());
});

test('X-15 a verdict without a status rests on the city’s rules, and says so', async () => {
  const grey = await enrolled(town, 0, { colour: null });
  const page = answered(await lookAtVerdict(needs, grey, { scanId: await refused(grey) }));
  expect([page.issuer.zh, page.issuer.en]).toEqual(['武汉的乘车规则', 'Riding rules of Wuhan']);
});

test('X-15 a verdict of a city that no longer uses the product is unknown: nobody could answer for its rules', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const scanId = await refused(red);
  await needs.store.delete(cities, '420100');
  needs.clock.pass(5_000);
  expect(refusalOf(await lookAtVerdict(needs, red, { scanId }))).toBe('scan-unknown');
});

test('X-15 an appeal reaches the queue with its time limit and comes back answered', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const scanId = await refused(red);
  const made = answered(await makeAppeal(needs, red, { scanId, text: words }));
  expect(made.dueAt - made.madeAt).toBe(24 * hourMs);
  const waiting = await queue();
  expect(waiting).toMatchObject({ waiting: 1, overdue: 0, appeals: [{ maskedName: '演**', reasons: ['status-red'] }] });
  const { appealId } = made;
  answered(await answerAppeal(needs, desk(), { appealId, outcome: 'passed-on', note: '已转省平台' }));
  const [own] = answered(await ownAppeals(needs, red, {})).appeals;
  expect(own?.appeal).toMatchObject({ text: words, answer: { outcome: 'passed-on', note: '已转省平台' } });
  expect([(await queue()).waiting, (await queue('answered')).appeals.length]).toEqual([0, 1]);
});

test('X-15 one appeal for each scan: the same again is the same, other words are refused, at once too', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const scanId = await refused(red);
  const all = await Promise.all([1, 2, 3].map(() => makeAppeal(needs, red, { scanId, text: words })));
  expect(new Set(all.map((each) => JSON.stringify(answered(each)))).size).toBe(1);
  expect(refusalOf(await makeAppeal(needs, red, { scanId, text: '别的话' }))).toBe('appeal-made');
  expect((await queue()).waiting).toBe(1);
});

test('X-15 overdue appeals are counted and stand first', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const yellow = await enrolled(town, 1, { colour: 'yellow' });
  const first = answered(await makeAppeal(needs, red, { scanId: await refused(red), text: words }));
  needs.clock.pass(20 * hourMs);
  answered(await makeAppeal(needs, yellow, { scanId: await refused(yellow), text: words }));
  expect((await queue()).overdue).toBe(0);
  needs.clock.pass(5 * hourMs);
  const late = await queue();
  expect([late.overdue, late.waiting, late.appeals[0]?.appealId]).toEqual([1, 2, first.appealId]);
});

test('X-15 who may ride has nothing to appeal, and nobody appeals for a stranger', async () => {
  const green = await enrolled(town, 0);
  const { scanId } = answered(await recordScan(needs, green, aScan(town, 'bus1', needs.clock.now())));
  expect(refusalOf(await makeAppeal(needs, green, { scanId, text: words }))).toBe('appeal-not-needed');
  const red = await enrolled(town, 1, { colour: 'red' });
  const theirs = await refused(red);
  expect(refusalOf(await makeAppeal(needs, green, { scanId: theirs, text: words }))).toBe('scan-unknown');
  expect(refusalOf(await lookAtVerdict(needs, green, { scanId: theirs }))).toBe('scan-unknown');
  answered(await makeAppeal(needs, red, { scanId: theirs, text: words }));
  expect(answered(await ownAppeals(needs, green, {})).appeals).toEqual([]);
});

test('X-09 X-15 the rider appeals for a member of the family', async () => {
  const caller = await enrolled(town, 0);
  const mother = await memberOf(town, caller, 1, { colour: 'yellow' });
  const scanId = await refused(caller, mother);
  answered(await makeAppeal(needs, caller, { scanId, text: words }));
  expect(answered(await ownAppeals(needs, caller, {})).appeals).toMatchObject([{ scanId }]);
});

test('X-04 opening an appeal is on record before the name leaves; the log holds no personal value', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const { appealId } = answered(await makeAppeal(needs, red, { scanId: await refused(red), text: words }));
  const opened = answered(await openAppeal(needs, desk(), { appealId, purpose: 'call-back' }));
  expect(opened).toMatchObject({ text: words, person: { name: person(0).name, phone: '13900000001' } });
  expect(opened.person?.maskedDocument).not.toBe(person(0).documentNumber);
  const { items } = await needs.store.find(accessLog, { where: {}, limit: 10 });
  expect(items).toMatchObject([
    { access: { purpose: 'appeal', who: 'official-1', what: appealId, reason: 'call-back' } },
  ]);
  const refusing = {
    ...needs,
    store: {
      ...needs.store,
      insert: async () => {
        throw new Error('the log is full');
      },
    },
  };
  await expect(openAppeal(refusing, desk(), { appealId, purpose: 'decide' })).rejects.toThrow('full');
});

test('officials of another city see, open and answer nothing', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const { appealId } = answered(await makeAppeal(needs, red, { scanId: await refused(red), text: words }));
  const other = desk(['210100']);
  const asked = { city: '420100', state: 'waiting', limit: 5 } as const;
  expect(refusalOf(await listAppeals(needs, other, asked))).toBe('city-unknown');
  expect(refusalOf(await openAppeal(needs, other, { appealId, purpose: 'decide' }))).toBe('appeal-unknown');
  expect(refusalOf(await answerAppeal(needs, other, { appealId, outcome: 'stands' }))).toBe('appeal-unknown');
});

test('X-15 the first answer stands, whoever comes second', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const { appealId } = answered(await makeAppeal(needs, red, { scanId: await refused(red), text: words }));
  const both = await Promise.all([
    answerAppeal(needs, desk(), { appealId, outcome: 'stands' }),
    answerAppeal(needs, desk(['420100'], 'official-2'), { appealId, outcome: 'our-mistake' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.map(refusalOf)).toContain('appeal-answered');
  const [held] = (await queue('answered')).appeals;
  const winner = held?.answered;
  if (!winner) throw new Error('nobody answered');
  const again = { appealId, outcome: winner.outcome };
  answered(await answerAppeal(needs, desk(['420100'], winner.by), again));
});

test('X-03 with the key of the day an appeal cannot be opened by anybody, and nothing of it was ever in the clear', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const { appealId } = answered(await makeAppeal(needs, red, { scanId: await refused(red), text: words }));
  answered(await answerAppeal(needs, desk(), { appealId, outcome: 'stands', note: '只有测试才有的批注' }));
  const rest = bytesOf(town.folder);
  expect([rest.includes(words), rest.includes('只有测试才有的批注'), rest.includes(person(0).name)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(await needs.store.get(appeals, appealId)).toBeDefined();
  await needs.vault.destroyDay('420100', '2026-11-21');
  expect(refusalOf(await openAppeal(needs, desk(), { appealId, purpose: 'decide' }))).toBe('appeal-unknown');
  expect(answered(await ownAppeals(needs, red, {})).appeals).toEqual([]);
});

test('a platform that checks its users’ texts is asked with a fresh code; when it is unavailable a human reads the text anyway', async () => {
  const red = await enrolled(town, 0, { colour: 'red' });
  const scanId = await refused(red);
  const withCheck = (check: NonNullable<Platforms['web']['textCheck']>['check']) => ({
    ...needs,
    platforms: { ...noPlatforms, web: { textCheck: { check } } },
  });
  const doubtful = withCheck(async () => 'doubtful');
  expect(refusalOf(await makeAppeal(doubtful, red, { scanId, text: words }))).toBe('sign-in-refused');
  expect(refusalOf(await makeAppeal(doubtful, red, { scanId, text: words, code: 'c' }))).toBe('appeal-words-refused');
  expect((await queue()).waiting).toBe(0);
  const away = withCheck(async () => {
    throw new ServiceUnavailable('text-check');
  });
  answered(await makeAppeal(away, red, { scanId, text: words, code: 'c' }));
});

test('X-15 people on duty learn of a day’s first appeal by an alert that names nobody; later ones of the day add none', async () => {
  const [red, yellow] = [await enrolled(town, 0, { colour: 'red' }), await enrolled(town, 1, { colour: 'yellow' })];
  answered(await makeAppeal(needs, red, { scanId: await refused(red), text: words }));
  answered(await makeAppeal(needs, yellow, { scanId: await refused(yellow), text: words }));
  const { items } = await needs.store.find(alerts, { where: {}, limit: 10 });
  expect(items).toMatchObject([{ kind: 'appeals-waiting', city: '420100', duty: 0, state: 'waiting' }]);
  expect(Object.keys(items[0]?.words ?? {}).sort()).toEqual(['city', 'day']);
  expect(JSON.stringify(items)).not.toContain(words);
});
