import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { refusalOfChange, rulesAfter } from '@tongcheng/cloudfunctions/app/oversight/terms/rule-change';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import * as z from 'zod';
import { admissionRule } from '../world/records';
import { openTown, type Town } from '../world/town';
import { enrolled, officialToken } from '../world/town-sessions';

jest.setTimeout(60_000);

let town: Town;
let chief: string;
let deputy: string;
beforeAll(async () => {
  town = await openTown();
  chief = await officialToken(town, ['bureau'], ['420100'], 30 * dayMs, undefined, '01ARZ3NDEKTSV4RRFFQ69G5FA1');
  deputy = await officialToken(town, ['health'], ['420100'], 30 * dayMs, undefined, '01ARZ3NDEKTSV4RRFFQ69G5FA2');
});
afterAll(() => town.close());

const city = '420100';
const now = () => town.needs.clock.now();
/** The caches of settings are five seconds old at most. */
const settled = () => town.pass(5_000);

const Shown = z.object({
  value: z.object({
    notices: z.array(z.object({ noticeId: z.string(), modes: z.array(z.string()) })),
    admissionRules: z.array(
      z.looseObject({
        ...{ ruleId: z.string(), version: z.number(), to: z.number().optional() },
        ...{ venueId: z.string().optional(), lineId: z.string().optional() },
      }),
    ),
  }),
});
const seenByRiders = async () => {
  settled();
  return Shown.parse(await town.ask('venues.get-city', { city })).value;
};

const announcement = (noticeId: string) => ({
  noticeId,
  text: { zh: '轮渡停航，请改乘公交。', en: 'The ferry does not run; take the bus.' },
  modes: ['ferry'],
  from: now() - hourMs,
  to: now() + dayMs,
});

const busTest = () =>
  admissionRule(['identity', 'green-status', 'negative-test'], {
    ruleId: 'bus-test',
    version: 1,
    city,
    mode: 'bus',
    from: now() + hourMs,
    testMaxAgeDays: 2,
    text: { zh: '公交须持 48 小时内阴性证明。', en: 'Buses take a negative test of at most two days.' },
  });

describe('announcements', () => {
  it('W-31 are added, changed and taken down in the console, and riders see it within five seconds', async () => {
    const before = (await seenByRiders()).notices.map(({ noticeId }) => noticeId);
    expect(before).toContain('mask');
    expect(
      await town.ask('oversight.save-announcement', { city, announcement: announcement('ferry') }, chief),
    ).toMatchObject({ ok: true });
    expect((await seenByRiders()).notices).toContainEqual({ noticeId: 'ferry', modes: ['ferry'] });
    const all = { ...announcement('ferry'), modes: ['ferry', 'bus'] };
    await town.ask('oversight.save-announcement', { city, announcement: all }, chief);
    expect((await seenByRiders()).notices.filter(({ noticeId }) => noticeId === 'ferry')).toEqual([
      { noticeId: 'ferry', modes: ['ferry', 'bus'] },
    ]);
    const removal = { city, noticeId: 'ferry' };
    expect(await town.ask('oversight.remove-announcement', removal, chief)).toMatchObject({ ok: true });
    expect((await seenByRiders()).notices.map(({ noticeId }) => noticeId)).toEqual(before);
    expect(await town.ask('oversight.remove-announcement', removal, chief)).toMatchObject({
      failure: { code: 'announcement-unknown' },
    });
  });

  it('W-31 those that are over or to come are listed for officials and not shown to riders', async () => {
    const coming = { ...announcement('coming'), from: now() + hourMs };
    await town.ask('oversight.save-announcement', { city, announcement: coming }, chief);
    expect((await seenByRiders()).notices.map(({ noticeId }) => noticeId)).not.toContain('coming');
    const listed = await town.ask('oversight.list-announcements', { city }, deputy);
    expect(JSON.stringify(listed.value)).toContain('"coming"');
  });

  it('W-31 without a mode, a language or a time to show they are refused, and no more than fifty are kept', async () => {
    const wrong = [
      { ...announcement('x'), modes: [] },
      { ...announcement('x'), text: { zh: ' ', en: 'x' } },
      { ...announcement('x'), to: now() - 2 * hourMs },
    ];
    for (const each of wrong)
      expect(await town.ask('oversight.save-announcement', { city, announcement: each }, chief)).toMatchObject({
        failure: { code: 'announcement-incomplete' },
      });
    for (let n = 0; n < 50; n += 1)
      await town.ask('oversight.save-announcement', { city, announcement: announcement(`many-${n}`) }, chief);
    expect(
      await town.ask('oversight.save-announcement', { city, announcement: announcement('one-more') }, chief),
    ).toMatchObject({
      failure: { code: 'announcement-limit' },
    });
  });
});

const Proposed = z.object({ value: z.object({ proposalId: z.string() }) });
const propose = (change: unknown, by = chief) => town.ask('oversight.propose-rule', { city, change, reason: '试' }, by);
const decide = (proposalId: string, approve: boolean, by = deputy) =>
  town.ask('oversight.decide-rule', { city, proposalId, approve }, by);
const ruleIds = async () => (await seenByRiders()).admissionRules.map(({ ruleId, version }) => `${ruleId} ${version}`);

describe('B-08 rules of a set of places', () => {
  const set = { placeSetId: 'two', name: { zh: '两处', en: 'Two places' }, venueIds: ['v1', 'v2'], lineIds: ['L9'] };
  const ofSet = (places: object = set) => ({ ...busTest(), ruleId: 'of-set', places });
  const settle = async (placeSets: readonly object[]) => {
    const held = await town.needs.store.get(cities, city);
    if (!held) throw new Error('no city');
    const settings = CitySettings.parse({ ...held.settings, placeSets });
    await town.needs.store.update(cities, { ...held, settings, changedAt: now() }, held._v);
    settled();
  };

  it('are proposed with a set of the city as it is now; riders’ phones get them place by place', async () => {
    await settle([set]);
    const stale = { ...set, venueIds: ['v1'] };
    expect(await propose({ kind: 'set', rule: ofSet(stale) })).toMatchObject({
      failure: { code: 'place-set-unknown' },
    });
    const { proposalId } = Proposed.parse(await propose({ kind: 'set', rule: ofSet() })).value;
    expect(await decide(proposalId, true)).toMatchObject({ ok: true, value: { named: { placeSets: [set] } } });
    const { admissionRules } = await seenByRiders();
    const shown = admissionRules.filter(({ ruleId }) => ruleId === 'of-set');
    expect(shown.map(({ venueId, lineId }) => venueId ?? lineId)).toEqual(['v1', 'v2', 'L9']);
    expect(JSON.stringify(shown)).not.toContain('placeSetId');
  });

  it('keep the set that was approved when the city’s set changes', async () => {
    await settle([{ ...set, venueIds: ['v3'] }]);
    const { admissionRules } = await seenByRiders();
    expect(JSON.stringify(admissionRules)).toContain('"v2"');
    expect(JSON.stringify(admissionRules)).not.toContain('"v3"');
    const end = { kind: 'end', ruleId: 'of-set', at: now() + hourMs };
    const { proposalId } = Proposed.parse(await propose(end)).value;
    expect(await decide(proposalId, true)).toMatchObject({ ok: true });
  });
});

describe('admission rules', () => {
  it('X-07 whoever proposed a change withdraws it, on record as such; nobody can approve it then', async () => {
    const { proposalId } = Proposed.parse(await propose({ kind: 'set', rule: busTest() })).value;
    expect(await decide(proposalId, false, chief)).toMatchObject({ ok: true, value: { proposals: [] } });
    expect(await decide(proposalId, true)).toMatchObject({ failure: { code: 'nothing-to-decide' } });
    const entries: unknown[] = [];
    for await (const batch of town.needs.store.stream(accessLog, { where: {} })) entries.push(...batch);
    expect(JSON.stringify(entries.at(-1))).toContain('"withdraw"');
  });

  it('X-07 a change holds only when a second official approved it, is on record, and riders get its verdicts', async () => {
    const { accessToken } = await enrolled(town, 0);
    const before = await ruleIds();
    const { proposalId } = Proposed.parse(await propose({ kind: 'set', rule: busTest() })).value;
    expect(await ruleIds()).toEqual(before);
    expect(await decide(proposalId, true, chief)).toMatchObject({ failure: { code: 'second-person-needed' } });
    expect(await ruleIds()).toEqual(before);
    expect(await decide(proposalId, true)).toMatchObject({ ok: true, value: { proposals: [] } });
    expect(await ruleIds()).toEqual([...before, 'bus-test 1']);
    expect(await decide(proposalId, true)).toMatchObject({ failure: { code: 'nothing-to-decide' } });
    expect(accessToken).not.toBe('');
    const entries: unknown[] = [];
    for await (const batch of town.needs.store.stream(accessLog, { where: {} })) entries.push(...batch);
    const recorded = JSON.stringify(entries);
    for (const reason of ['propose', 'approve'])
      expect(recorded).toContain(
        `"purpose":"admission-rules","who":"${reason === 'propose' ? '01ARZ3NDEKTSV4RRFFQ69G5FA1' : '01ARZ3NDEKTSV4RRFFQ69G5FA2'}"`,
      );
  });

  it('X-07 the lines and venues that rules and proposals are about come with their names', async () => {
    const venue = await town.needs.store.find(venues, { where: { city }, limit: 1 });
    const venueId = venue.items[0]?._id ?? '';
    const rule = { ...busTest(), ruleId: 'named', venueId, lineId: 'nowhere' };
    const { proposalId } = Proposed.parse(await propose({ kind: 'set', rule })).value;
    expect(await town.ask('oversight.list-rules', { city }, chief)).toMatchObject({
      value: { named: { lines: [], venues: [{ venueId }] } },
    });
    expect(await decide(proposalId, false)).toMatchObject({ value: { named: { venues: [] } } });
  });

  it('X-07 a rejected, an overdue and an overtaken proposal never hold', async () => {
    const before = await ruleIds();
    const rule = { ...busTest(), ruleId: 'other' };
    const rejected = Proposed.parse(await propose({ kind: 'set', rule })).value.proposalId;
    expect(await decide(rejected, false)).toMatchObject({ ok: true });
    const [one, two] = await Promise.all(
      [1, 2].map(async () => Proposed.parse(await propose({ kind: 'set', rule })).value.proposalId),
    );
    await decide(one ?? '', true);
    expect(await decide(two ?? '', true)).toMatchObject({ failure: { code: 'rule-changed' } });
    expect(await ruleIds()).toEqual([...before, 'other 1']);
    const late = Proposed.parse(await propose({ kind: 'end', ruleId: 'other', at: now() + 20 * dayMs })).value
      .proposalId;
    town.pass(7 * dayMs);
    expect(await decide(late, true)).toMatchObject({ failure: { code: 'proposal-expired' } });
  });

  it('X-07 nothing is changed for the past, nothing unknown is ended, no other city is named', async () => {
    const rule = busTest();
    const refused = async (change: unknown) => (await propose(change)).failure?.code;
    expect(await refused({ kind: 'set', rule: { ...rule, ruleId: 'new', from: now() - 1 } })).toBe('rule-retroactive');
    expect(await refused({ kind: 'set', rule: { ...rule, ruleId: 'new', version: 2 } })).toBe('rule-changed');
    expect(await refused({ kind: 'end', ruleId: 'nothing', at: now() + 1 })).toBe('rule-unknown');
    expect(await refused({ kind: 'set', rule: { ...rule, ruleId: 'new', city: '420200' } })).toBe('city-unknown');
    expect(await refused({ kind: 'set', rule: { ...rule, ruleId: 'new', venueId: 'nowhere' } })).toBe('venue-unknown');
  });

  it('X-07 at most twenty changes wait', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 21; n += 1) {
      const reply = await propose({ kind: 'set', rule: { ...busTest(), ruleId: `waiting-${n}` } });
      codes.push(reply.failure?.code);
    }
    expect(codes.filter((code) => code === 'rule-proposals-limit').length).toBeGreaterThan(0);
    expect(codes[0]).toBeUndefined();
  });
});

describe('what a change makes of the rules', () => {
  const rule = (version: number, from: number, to?: number) =>
    admissionRule(['identity'], { ruleId: 'r', version, city, from, ...(to !== undefined && { to }) });

  it('X-07 an earlier version ends where the next begins, at the approval at the earliest; other rules stay', () => {
    const other = { ...rule(1, 0), ruleId: 'other' };
    const next = { kind: 'set' as const, rule: rule(2, 100) };
    expect(rulesAfter([rule(1, 0), other], next, 50)).toEqual([rule(1, 0, 100), other, rule(2, 100)]);
    expect(rulesAfter([rule(1, 0)], next, 150)).toEqual([rule(1, 0, 150), rule(2, 150)]);
    expect(rulesAfter([rule(1, 0, 30), rule(2, 200)], { kind: 'set', rule: rule(3, 100) }, 50)).toEqual([
      rule(1, 0, 30),
      rule(3, 100),
    ]);
    expect(rulesAfter([rule(1, 0), other], { kind: 'end', ruleId: 'r', at: 80 }, 50)).toEqual([rule(1, 0, 80), other]);
  });

  it('X-07 what is over cannot be ended again', () => {
    expect(refusalOfChange([rule(1, 0, 30)], { kind: 'end', ruleId: 'r', at: 80 }, 50)).toBe('rule-unknown');
    expect(refusalOfChange([rule(1, 0)], { kind: 'end', ruleId: 'r', at: 80 }, 50)).toBeUndefined();
  });
});
