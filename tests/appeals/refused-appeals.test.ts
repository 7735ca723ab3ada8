import { answerAppeal } from '@tongcheng/cloudfunctions/app/appeals/answer-appeal';
import { appeals } from '@tongcheng/cloudfunctions/app/appeals/appeal-record';
import { makeAppeal } from '@tongcheng/cloudfunctions/app/appeals/make-appeal';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import type { Platforms } from '@tongcheng/cloudfunctions/ports/platform';
import type { TextCheck } from '@tongcheng/cloudfunctions/ports/text-check';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { dayMs, minuteMs } from '@tongcheng/shared/time';
import { anOfficial, aScan } from '../world/callers';
import { enrolled, type FamilyTown, openFamilyTown } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
let red: RiderCaller;
beforeEach(async () => {
  town = await openFamilyTown('refused appeals');
  red = await enrolled(town, 0, { colour: 'red' });
});
afterEach(() => town.close());

const words = '结果是阴性，请核对。';
const desk = anOfficial({ roles: ['bureau'] });

/** The needs where the platform says this of every text. */
const needsWith = (textCheck?: TextCheck) => {
  const platforms: Platforms = { web: textCheck ? { textCheck } : {}, wechat: {}, alipay: {} };
  return { ...town.needs, platforms };
};

async function refusedScan(): Promise<string> {
  town.needs.clock.pass(minuteMs);
  return answered(await recordScan(town.needs, red, aScan(town, 'bus1', town.needs.clock.now()))).scanId;
}

test('X-15 ten appeals a day, and again the day after; an appeal that was made costs none of them', async () => {
  const first = await refusedScan();
  for (let time = 0; time < 12; time += 1) answered(await makeAppeal(needsWith(), red, { scanId: first, text: words }));
  for (let made = 1; made < 10; made += 1)
    answered(await makeAppeal(needsWith(), red, { scanId: await refusedScan(), text: words }));
  const last = { scanId: await refusedScan(), text: words };
  expect(refusalOf(await makeAppeal(needsWith(), red, last))).toBe('too-many-tries');
  expect(await town.needs.store.count(appeals, { day: '2026-11-21' })).toBe(10);
  town.needs.clock.pass(dayMs);
  answered(await makeAppeal(needsWith(), red, last));
});

test('X-15 an appeal that was made needs no new code of the platform: the same words are the same, others are refused', async () => {
  const scanId = await refusedScan();
  const checking = needsWith({ check: async () => 'fine' });
  expect(refusalOf(await makeAppeal(checking, red, { scanId, text: words }))).toBe('sign-in-refused');
  const made = answered(await makeAppeal(checking, red, { scanId, text: words, code: 'c' }));
  expect(answered(await makeAppeal(checking, red, { scanId, text: words }))).toEqual(made);
  expect(refusalOf(await makeAppeal(checking, red, { scanId, text: '别的话' }))).toBe('appeal-made');
});

test.each([
  ['the code is used up or not theirs', 'refused-code', 'sign-in-refused'],
  ['the words are doubtful', 'doubtful', 'appeal-words-refused'],
] as const)('X-15 where %s nothing is queued; with a good word it is', async (_what, word, code) => {
  const appeal = { scanId: await refusedScan(), text: words, code: 'c' };
  expect(refusalOf(await makeAppeal(needsWith({ check: async () => word }), red, appeal))).toBe(code);
  expect(await town.needs.store.count(appeals, { day: '2026-11-21' })).toBe(0);
  answered(await makeAppeal(needsWith({ check: async () => 'fine' }), red, appeal));
});

test('a fault of ours in checking the words is a fault, and lets no unchecked words pass', async () => {
  const broken = needsWith({ check: () => Promise.reject(new TypeError('ours')) });
  const appeal = { scanId: await refusedScan(), text: words, code: 'c' };
  await expect(makeAppeal(broken, red, appeal)).rejects.toThrow('ours');
  expect(await town.needs.store.count(appeals, { day: '2026-11-21' })).toBe(0);
});

test('X-03 an appeal of a day whose key was destroyed is answered by nobody and stays as it was', async () => {
  const made = answered(await makeAppeal(needsWith(), red, { scanId: await refusedScan(), text: words }));
  const kept = answered(await makeAppeal(needsWith(), red, { scanId: await refusedScan(), text: words }));
  answered(await answerAppeal(town.needs, desk, { appealId: kept.appealId, outcome: 'stands' }));
  await town.needs.vault.destroyDay('420100', '2026-11-21');
  const answer = await answerAppeal(town.needs, desk, { appealId: made.appealId, outcome: 'stands' });
  expect(refusalOf(answer)).toBe('appeal-unknown');
  expect((await town.needs.store.get(appeals, made.appealId))?.state).toBe('waiting');
});
