import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { replayVerdicts } from '@tongcheng/cloudfunctions/app/rides/replay-verdicts';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { keepRuleVersions, ruleVersions } from '@tongcheng/cloudfunctions/app/venues/rule-version-record';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { hourMs } from '@tongcheng/shared/time';
import { aRider, aScan, aStranger } from '../world/callers';
import { type Installation, openInstallation, townSettings } from '../world/installation';
import type { PlaceName } from '../world/places';
import { anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';

const city = '420100';
const day = '2022-06-02';
let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
  await keepRuleVersions(here.needs, townSettings.admissionRules);
});
afterEach(() => here.close());

const green = aStatus('green');
const riders: readonly RiderCaller[] = [
  aRider('1'),
  aStranger('2'),
  ...[aStatus('red'), aStatus('yellow'), null, 'unavailable' as const, { ...green, expiresAt: clock('07:00:00') }].map(
    (status, index) => aRider(`${index + 3}`, { eligibility: anEligibility({ identity: true, status }) }),
  ),
  aRider('9', { eligibility: anEligibility({ identity: true, status: null, statusElsewhere: 'wechat' }) }),
];

const scan = async (who: RiderCaller, place: PlaceName, at: string, received = at) => {
  here.clock.set(clock(received));
  const answer = await recordScan(here.needs, who, aScan(here, place, clock(at), { sentAt: clock(received) }));
  expect(answer.ok).toBe(true);
};
const live = async () => {
  for (const [index, who] of riders.entries()) await scan(who, index % 2 ? 'hankou' : 'bus1', `08:0${index}:00`);
  await scan(riders[6] ?? aRider('1'), 'bus2', '06:30:00', '11:00:00');
  await scan(aRider('1'), 'demo', '12:00:00');
};
const replayed = () => replayVerdicts({ ...here.needs, keys: here.keys }, city, day);
const change = async (of: (record: ScanRecord) => Partial<ScanRecord>, which = 0) => {
  const { items } = await here.store.find(scans, { where: { day }, limit: 100 });
  const { _v, ...record } = items[which] ?? fail();
  await here.store.update(scans, { ...record, ...of(record) }, _v);
  return record._id;
};
const fail = () => {
  throw new Error('no such scan');
};

test('X-15 every verdict of a day follows again from the facts sealed with it, under the rule of its time; on record first', async () => {
  await live();
  expect(await replayed()).toEqual({ equal: riders.length + 2, withoutFacts: 0, different: [] });
  const entries = (await here.store.find(accessLog, { where: {}, limit: 10 })).items;
  expect(entries.map(({ access }) => access)).toMatchObject([{ purpose: 'verdict-replay', city, day }]);
});

test('X-15 it follows under the rules of then when the city has others now, and a late scan by the time of the scan', async () => {
  await live();
  const stored = await here.store.get(cities, city);
  if (!stored) throw new Error('no city');
  const { _v, ...record } = stored;
  const admissionRules = record.settings.admissionRules.map((rule) => ({ ...rule, version: 9, requires: [] }));
  await here.store.update(cities, { ...record, settings: { ...record.settings, admissionRules } }, _v);
  await keepRuleVersions(here.needs, admissionRules);
  here.clock.set(here.clock.now() + hourMs);
  await scan(
    aRider('20', { eligibility: anEligibility({ identity: true, status: aStatus('red') }) }),
    'bus1',
    '15:00:00',
  );
  expect(await replayed()).toMatchObject({ equal: riders.length + 3, different: [] });
});

test.each([
  ['a decision', () => ({ decision: 'admit' as const })],
  ['a colour', () => ({ colour: 'green' as const })],
  ['reasons', () => ({ reasons: [] })],
  ['the version of the rule', () => ({ ruleVersion: 77 })],
  ['who said the status', () => ({ statusSource: 'somebody' })],
  ['the seal of another record', (record: ScanRecord) => ({ sealed: `${record.sealed.slice(0, -2)}AA` })],
])('X-15 a record in which %s was changed by hand is named', async (_what, of) => {
  const red = aRider('3', { eligibility: anEligibility({ identity: true, status: aStatus('red') }) });
  await scan(red, 'bus1', '08:00:00');
  const id = await change(of);
  expect(await replayed()).toEqual({ equal: 0, withoutFacts: 0, different: [id] });
});

test('X-15 a rule that was changed without a new version is found by the verdicts under it', async () => {
  const stored = await here.store.get(cities, city);
  if (!stored) throw new Error('no city');
  const { _v, ...record } = stored;
  const admissionRules = record.settings.admissionRules.map((rule) => ({ ...rule, requires: [] }));
  await here.store.update(cities, { ...record, settings: { ...record.settings, admissionRules } }, _v);
  await keepRuleVersions(here.needs, admissionRules);
  here.clock.set(here.clock.now() + hourMs);
  await scan(
    aRider('3', { eligibility: anEligibility({ identity: true, status: aStatus('red') }) }),
    'bus1',
    '16:00:00',
  );
  expect((await replayed())?.different).toHaveLength(1);
  expect((await here.store.find(ruleVersions, { where: { city }, limit: 10 })).items).toHaveLength(
    townSettings.admissionRules.length,
  );
});

test('X-15 X-03 after the key of the day is destroyed nothing is replayed any more', async () => {
  await live();
  await here.needs.vault.destroyDay(city, day);
  expect(await replayed()).toBeUndefined();
});
