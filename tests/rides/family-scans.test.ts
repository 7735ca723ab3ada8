import { removeMember } from '@tongcheng/cloudfunctions/app/identity/remove-member';
import { correctMeaning } from '@tongcheng/cloudfunctions/app/rides/correct-meaning';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { minuteMs } from '@tongcheng/shared/time';
import { aScan, idAt } from '../world/callers';
import { enrolled, type FamilyTown, memberOf, openFamilyTown } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openFamilyTown('family scans');
});
afterEach(() => town.close());

const now = () => town.needs.clock.now();
const scanOf = (memberId: string | undefined, at = now()) =>
  aScan(town, 'bus1', at, { sentAt: now(), ...(memberId !== undefined && { memberId }) });

async function scanAll(caller: RiderCaller, members: readonly (string | undefined)[]) {
  const sent = members.map((memberId) => scanOf(memberId));
  return { sent, items: answered(await recordBatch(town.needs, caller, { scans: sent })).items };
}

const ridesOf = async (caller: RiderCaller, memberId?: string) => {
  const asked = { city: '420100', days: 1, ...(memberId !== undefined && { memberId }) };
  return answered(await history(town.needs, caller, asked)).days[0]?.rides.length;
};

test('X-09 W-15 the rider and two members in one request: each a scan, a verdict and a name of their own', async () => {
  const caller = await enrolled(town, 0);
  const red = await memberOf(town, caller, 1, { colour: 'red', name: '测试红' });
  const green = await memberOf(town, caller, 2, { name: '验证绿' });
  const { items } = await scanAll(caller, [undefined, red, green]);
  const told = items.map((one) => one.ok && [one.value.maskedName, one.value.verdict.decision, one.value.meaning]);
  expect(told).toEqual([
    ['演**', 'admit', 'board'],
    ['测**', 'refuse', 'board'],
    ['验**', 'admit', 'board'],
  ]);
  const { items: kept } = await town.needs.store.find(scans, { where: { day: '2026-11-21' }, limit: 10 });
  expect(new Set(kept.map(({ rider }) => rider)).size).toBe(3);
  expect(kept.map(({ by }) => by).sort()).toEqual(['family', 'family', 'rider']);
});

test('X-09 a family leaves as it came: the second scan of each closes their own ride', async () => {
  const caller = await enrolled(town, 0);
  const mother = await memberOf(town, caller, 1);
  await scanAll(caller, [undefined, mother]);
  town.needs.clock.pass(20 * minuteMs);
  const { items } = await scanAll(caller, [undefined, mother]);
  expect(items.map((one) => one.ok && one.value.meaning)).toEqual(['alight', 'alight']);
  expect([await ridesOf(caller), await ridesOf(caller, mother)]).toEqual([1, 1]);
});

test('X-09 one member alone: the ride is theirs and not the rider’s', async () => {
  const caller = await enrolled(town, 0);
  const mother = await memberOf(town, caller, 1);
  const scan = scanOf(mother);
  const once = answered(await recordScan(town.needs, caller, scan));
  expect(answered(await recordScan(town.needs, caller, scan))).toEqual(once);
  const { memberId: _left, ...own } = scan;
  expect(refusalOf(await recordScan(town.needs, caller, own))).toBe('scan-conflict');
  expect([await ridesOf(caller), await ridesOf(caller, mother)]).toEqual([0, 1]);
});

test('X-09 nobody scans for, or looks at, a member of another family; nor after they were taken out', async () => {
  const caller = await enrolled(town, 0);
  const mother = await memberOf(town, caller, 1);
  const stranger = await enrolled(town, 3);
  expect(refusalOf(await recordScan(town.needs, stranger, scanOf(mother)))).toBe('member-unknown');
  const asked = { city: '420100', days: 1, memberId: mother };
  expect(refusalOf(await history(town.needs, stranger, asked))).toBe('member-unknown');
  answered(await removeMember(town.needs, caller, { memberId: mother }));
  const { items } = await scanAll(caller, [undefined, mother]);
  expect(items.map((one) => (one.ok ? 'ok' : one.failure.code))).toEqual(['ok', 'member-unknown']);
});

test('X-09 W-10 the meaning of a member’s scan is corrected by the rider for them, by nobody else', async () => {
  const caller = await enrolled(town, 0);
  const mother = await memberOf(town, caller, 1);
  const stranger = await enrolled(town, 3);
  const { scanId } = answered(await recordScan(town.needs, caller, scanOf(mother)));
  const wish = { correctionId: idAt(now()), city: '420100', scanId, meaning: 'alight' as const };
  expect(refusalOf(await correctMeaning(town.needs, caller, wish))).toBe('scan-unknown');
  expect(refusalOf(await correctMeaning(town.needs, stranger, { ...wish, memberId: mother }))).toBe('member-unknown');
  expect(answered(await correctMeaning(town.needs, caller, { ...wish, memberId: mother }))).toEqual({
    scanId,
    meaning: 'alight',
  });
});

test('X-09 W-19 the status of a member is asked before a scan when it is older than ten minutes', async () => {
  const caller = await enrolled(town, 0);
  const mother = await memberOf(town, caller, 1);
  const register = town.needs.services.register.people;
  for (const [number, known] of register)
    if (known.name === '演示人乙') register.set(number, { ...known, colour: 'yellow' });
  town.needs.clock.pass(11 * minuteMs);
  const reply = answered(await recordScan(town.needs, caller, scanOf(mother)));
  expect(reply.verdict).toMatchObject({ decision: 'refuse', colour: 'yellow' });
});
