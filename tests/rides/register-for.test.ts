import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { closings } from '@tongcheng/cloudfunctions/app/identity/closing-record';
import { destroyClosed } from '@tongcheng/cloudfunctions/app/identity/erasure/destroy-closed';
import { history } from '@tongcheng/cloudfunctions/app/rides/history';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { registerFor } from '@tongcheng/cloudfunctions/app/rides/register-for';
import { type ScanRecord, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venueFeed } from '@tongcheng/cloudfunctions/app/rides/venue-feed';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { people } from '@tongcheng/cloudfunctions/vault/records';
import { registerFor as endpoint } from '@tongcheng/shared/rides/api';
import type { AssistedRider, AssistedScanInput } from '@tongcheng/shared/rides/assisted-scan';
import { dayMs, minuteMs } from '@tongcheng/shared/time';
import { aScan, idAt, staffAt } from '../world/callers';
import { enrolled, type FamilyTown, openFamilyTown, person } from '../world/family-town';
import { townSettings } from '../world/installation';
import { type PlaceName, places } from '../world/places';
import { aCity } from '../world/records';
import { answered, refusalOf } from '../world/rider';

let town: FamilyTown;
const staff = staffAt('bus1', 'taxi', 'hankou', 'carriage');

beforeEach(async () => {
  town = await openFamilyTown('entry');
});
afterEach(() => town.close());

/** A person whom the registers know. */
const known = (order: number, more: Parameters<typeof person>[1] = {}) => {
  const held = person(order, more);
  town.needs.services.register.people.set(held.documentNumber, held);
  return held;
};

const documentOf = ({ documentKind, documentNumber, name }: ReturnType<typeof person>): AssistedRider => ({
  by: 'document',
  documentKind,
  documentNumber,
  name,
});

const assistedScan = (
  place: PlaceName,
  whom: AssistedRider,
  more: Partial<AssistedScanInput> = {},
): AssistedScanInput => {
  const enteredAt = town.needs.clock.now();
  return { scanId: idAt(enteredAt), venueId: places[place]._id, enteredAt, sentAt: enteredAt, whom, ...more };
};

const register = (input: AssistedScanInput, who = staff) => registerFor(town.needs, who, endpoint.input.parse(input));
const stored = async () => (await town.needs.store.find(scans, { where: { day: '2026-11-21' }, limit: 100 })).items;

test('W-20 W-21 a document registers like a scan: verdict, meaning, masked name, and who registered it', async () => {
  const { item } = answered(await register(assistedScan('bus1', documentOf(known(1)))));
  expect(endpoint.output.parse({ item }).item).toMatchObject({
    maskedName: '演**',
    decision: 'admit',
    colour: 'green',
    meaning: 'board',
    flags: [],
  });
  expect(await stored()).toMatchObject([{ by: 'staff-1', venueId: 'bus-1', statusSource: 'provincial-health-code' }]);
  const { items } = answered(await venueFeed(town.needs, staff, { venueId: 'bus-1', limit: 10 }));
  expect(items).toMatchObject([{ scanId: item.scanId, maskedName: '演**', entered: true }]);
  expect(items[0]).not.toHaveProperty('liveKey');
});

test('W-20 red stays out, whoever typed it, with the reason and a way on', async () => {
  const { item } = answered(await register(assistedScan('bus1', documentOf(known(1, { colour: 'red' })))));
  expect(item).toMatchObject({ decision: 'refuse', colour: 'red', reasons: [{ code: 'status-red' }] });
});

test('W-20 the same person is one rider: a second assisted scan alights, their own scan and an assisted one are one ride, and they see it', async () => {
  const [caller, startedAt] = [await enrolled(town, 1), town.needs.clock.now()];
  answered(await recordScan(town.needs, caller, aScan(town, 'bus1', startedAt)));
  town.needs.clock.pass(12 * minuteMs);
  const { item } = answered(await register(assistedScan('bus1', documentOf(known(1)))));
  expect(item.meaning).toBe('alight');
  const { days } = answered(await history(town.needs, caller, { city: '420100', days: 1 }));
  expect(days[0]?.rides).toMatchObject([{ from: startedAt, to: startedAt + 12 * minuteMs, inferred: [] }]);
});

test('W-20 in a taxi one is enough for the party', async () => {
  const { item } = answered(await register(assistedScan('taxi', documentOf(known(1)), { party: 3 })));
  expect(item.party).toBe(3);
  const again = answered(await register(assistedScan('bus1', documentOf(known(2)), { party: 3 })));
  expect(again.item.party).toBe(1);
});

test('W-20 a bound card that is tapped names its holder; one that nobody bound asks for the document', async () => {
  const cardKinds = [{ kind: 'wuhantong', name: { zh: '武汉通', en: 'Wuhan Tong' }, hint: { zh: '', en: '' } }];
  const held = await town.needs.store.get(cities, '420100');
  await town.needs.store.update(cities, aCity({ ...townSettings, cardKinds }, { changedAt: 1 }), held?._v ?? 1);
  town.needs.clock.pass(5 * minuteMs);
  const caller = await enrolled(town, 1);
  town.needs.services.register.cards.set('wuhantong:A1B2C3D4E5', 'known');
  answered(await bindCard(town.needs, caller, { kind: 'wuhantong', number: 'A1B2C3D4E5' }));
  const { item } = answered(await register(assistedScan('bus1', { by: 'card', number: 'a1b2-c3d4-e5' })));
  expect(item).toMatchObject({ maskedName: '演**', decision: 'admit' });
  expect(refusalOf(await register(assistedScan('bus1', { by: 'card', number: 'A1B2C3D4E6' })))).toBe(
    'card-holder-unknown',
  );
});

test('W-19 a code on paper counts where no source has a status, and is recorded as what it is', async () => {
  const nobody = documentOf(known(1, { colour: null }));
  const shown = { proof: 'paper-code', colour: 'green' } as const;
  expect(answered(await register(assistedScan('bus1', nobody))).item).toMatchObject({
    decision: 'refer',
    colour: 'grey',
  });
  town.needs.clock.pass(20 * minuteMs);
  expect(answered(await register(assistedScan('taxi', nobody, { shown }))).item).toMatchObject({
    decision: 'admit',
    colour: 'green',
  });
  expect((await stored()).map(({ statusSource }) => statusSource)).toEqual([undefined, 'paper-code']);
});

test('W-19 a shown yellow keeps out and names its source; nothing that is shown paints over a known colour', async () => {
  const yellow = { proof: 'community-certificate', colour: 'yellow' } as const;
  const { item } = answered(
    await register(assistedScan('bus1', documentOf(known(1, { colour: null })), { shown: yellow })),
  );
  expect(item).toMatchObject({ decision: 'refuse', colour: 'yellow' });
  expect(item.reasons[0]?.text.zh).toContain('社区健康证明');
  const green = { proof: 'paper-code', colour: 'green' } as const;
  const red = answered(await register(assistedScan('bus1', documentOf(known(2, { colour: 'red' })), { shown: green })));
  expect(red.item).toMatchObject({ decision: 'refuse', colour: 'red' });
});

test('W-07 somebody without a phone chose no channel: a status in any of them is theirs', async () => {
  const { item } = answered(
    await register(assistedScan('bus1', documentOf(known(1, { colour: null, elsewhere: 'alipay' })))),
  );
  expect(item).toMatchObject({ decision: 'admit', colour: 'green' });
});

test('W-20 registers that are away keep nobody from a ride: it is registered, with the doubt', async () => {
  town.needs.services.faults['real-name'].away = true;
  const { item } = answered(await register(assistedScan('bus1', documentOf(known(1)))));
  expect(item).toMatchObject({ decision: 'admit', flags: ['unchecked'] });
  town.needs.services.faults['health-code'].away = true;
  town.needs.clock.pass(minuteMs);
  const other = answered(await register(assistedScan('bus1', documentOf(known(2)))));
  expect(other.item).toMatchObject({ decision: 'refer', reasons: [{ code: 'status-unavailable' }] });
});

test('W-21 wrong names, numbers and phones are refused before anything is stored', async () => {
  const wrong = documentOf({ ...known(1), name: '演示人壬' });
  expect(refusalOf(await register(assistedScan('bus1', wrong)))).toBe('entry-mismatch');
  const good = known(2);
  const id = { ...good, documentKind: 'resident-id', documentNumber: '420102199001011230' } as const;
  expect(refusalOf(await register(assistedScan('bus1', documentOf(id))))).toBe('document-refused');
  expect(refusalOf(await register(assistedScan('bus1', documentOf({ ...good, name: '=1+1' }))))).toBe('name-refused');
  const phone = { ...documentOf(good), phone: '123' } as AssistedRider;
  expect(refusalOf(await register(assistedScan('bus1', phone)))).toBe('phone-refused');
  expect(await stored()).toEqual([]);
  expect(await town.needs.store.count(people, {})).toBe(0);
});

describe('W-19 a community worker', () => {
  const worker = { ...staff, staffId: 'worker-1', role: 'community-worker' } as const;
  const limited = async (communityWorkerADay: number) => {
    const stored = await town.needs.store.get(cities, townSettings.city);
    if (!stored) throw new Error('no city');
    const { _v, ...city } = stored;
    const rides = { ...city.settings.rides, communityWorkerADay };
    await town.needs.store.update(cities, { ...city, settings: { ...city.settings, rides } }, _v);
  };

  test('registers others under their own name, and sees whom they registered and nobody else', async () => {
    answered(await register(assistedScan('bus1', documentOf(known(1)))));
    const { item } = answered(await register(assistedScan('bus1', documentOf(known(2))), worker));
    expect((await stored()).map(({ by }) => by).sort()).toEqual(['staff-1', 'worker-1']);
    const feedOf = async (who: typeof staff) =>
      answered(await venueFeed(town.needs, who, { venueId: 'bus-1', limit: 10 })).items.map(({ scanId }) => scanId);
    expect(await feedOf(worker)).toEqual([item.scanId]);
    expect(await feedOf(staff)).toHaveLength(2);
  });

  test('registers as many in a day as the city lets them; the same one again and a miss cost nothing; others go on', async () => {
    await limited(2);
    const first = assistedScan('bus1', documentOf(known(1)));
    answered(await register(first, worker));
    answered(await register(first, worker));
    const wrong = documentOf({ ...known(5), name: '演示人壬' });
    expect(refusalOf(await register(assistedScan('bus1', wrong), worker))).toBe('entry-mismatch');
    answered(await register(assistedScan('bus1', documentOf(known(2))), worker));
    const third = assistedScan('bus1', documentOf(known(3)));
    expect(refusalOf(await register(third, worker))).toBe('too-many-registrations');
    answered(await register(first, worker));
    answered(await register(third, { ...worker, staffId: 'worker-2' }));
    answered(await register(assistedScan('bus1', documentOf(known(4)))));
    town.needs.clock.pass(dayMs);
    answered(await register(assistedScan('bus1', documentOf(known(6))), worker));
  });

  test('may mistype twenty times a day', async () => {
    const miss = async (order: number) =>
      refusalOf(await register(assistedScan('bus1', { by: 'card', number: `77770000${order}` }), worker));
    for (let order = 0; order < 20; order += 1) expect(await miss(order)).toBe('card-holder-unknown');
    expect(await miss(20)).toBe('too-many-tries');
  });
});

test('W-21 nobody can search for strangers by typing: misses are counted by who types and by what is typed', async () => {
  const wrong = documentOf({ ...known(1), name: '演示人壬' });
  const miss = async (whom: AssistedRider) => refusalOf(await register(assistedScan('bus1', whom)));
  for (let time = 0; time < 20; time += 1) expect(await miss(wrong)).toBe('entry-mismatch');
  expect(await miss(wrong)).toBe('too-many-tries');
  for (let other = 0; other < 39; other += 1)
    expect(await miss({ by: 'card', number: `77770000${other}` })).toBe('card-holder-unknown');
  expect(await miss(documentOf(known(2)))).toBe('too-many-tries');
  expect(
    answered(await register(assistedScan('bus1', documentOf(known(2))), { ...staff, staffId: 'staff-2' })),
  ).toBeDefined();
});

test('X-01 the same assisted scan ten times at once is one scan and one answer; another one under its id is a conflict', async () => {
  const input = assistedScan('bus1', documentOf(known(1)));
  const all = await Promise.all(Array.from({ length: 10 }, () => register(input)));
  expect(new Set(all.map((each) => JSON.stringify(answered(each))))).toHaveProperty('size', 1);
  expect(await stored()).toHaveLength(1);
  expect(refusalOf(await register({ ...input, whom: documentOf(known(2)) }))).toBe('scan-conflict');
  const shown = { proof: 'paper-code', colour: 'green' } as const;
  expect(refusalOf(await register({ ...input, shown }))).toBe('scan-conflict');
});

test('only at the venues of the invitation, and not by a clock that is wrong', async () => {
  expect(refusalOf(await register(assistedScan('bus2', documentOf(known(1)))))).toBe('venue-not-yours');
  expect(refusalOf(await register(assistedScan('bus1', documentOf(known(1))), { ...staff, city: '330100' }))).toBe(
    'venue-not-yours',
  );
  const ghost = { ...staff, venueIds: ['nowhere'] };
  expect(refusalOf(await register(assistedScan('bus1', documentOf(known(1)), { venueId: 'nowhere' }), ghost))).toBe(
    'venue-unknown',
  );
  const early = assistedScan('bus1', documentOf(known(1)), { sentAt: town.needs.clock.now() + 10 * minuteMs });
  expect(refusalOf(await register(early))).toBe('clock-wrong');
});

test('X-03 a person whom only staff registered is erased with their last ride; whoever has an account is not', async () => {
  const caller = await enrolled(town, 1);
  answered(await register(assistedScan('bus1', documentOf(known(1)))));
  answered(await register(assistedScan('bus1', documentOf(known(2)))));
  expect(await town.needs.store.find(closings, { where: {}, limit: 9 })).toMatchObject({
    items: [{ until: '2026-12-22' }],
  });
  town.needs.clock.pass(5 * dayMs);
  answered(await register(assistedScan('bus1', documentOf(known(2)))));
  town.needs.clock.pass(27 * dayMs);
  await destroyClosed(town.needs);
  expect(await town.needs.store.count(people, {})).toBe(2);
  town.needs.clock.pass(4 * dayMs);
  await destroyClosed(town.needs);
  const left = (await town.needs.store.find(people, { where: {}, limit: 9 })).items.map(({ _id }) => _id);
  expect(left).toEqual([caller.personId]);
});

test('W-20 the facts that somebody gave themselves are not overwritten by what staff type', async () => {
  const caller = await enrolled(town, 1);
  const before = await town.needs.vault.masked(caller.personId ?? '');
  const other = { ...documentOf(known(1)), phone: '13900000000' } as AssistedRider;
  answered(await register(assistedScan('bus1', other)));
  expect(await town.needs.vault.masked(caller.personId ?? '')).toEqual(before);
});

test('W-21 every assisted scan names who made it, also in what the day keeps', async () => {
  answered(await register(assistedScan('carriage', documentOf(known(1))), { ...staff, staffId: 'staff-7' }));
  const [record] = await stored();
  expect(record).toMatchObject<Partial<ScanRecord>>({ by: 'staff-7', meaning: 'ride-carriage' });
});

test('W-21 a card that names nobody is asked about twenty times a day, whoever of the staff asks; other cards still are', async () => {
  const tap = async (number: string, who = staff) =>
    refusalOf(await register(assistedScan('bus1', { by: 'card', number }), who));
  for (let time = 0; time < 20; time += 1) expect(await tap('77770000A')).toBe('card-holder-unknown');
  expect(await tap('77770000A')).toBe('too-many-tries');
  expect(await tap('77770000A', { ...staff, staffId: 'staff-2' })).toBe('too-many-tries');
  expect(await tap('77770000B')).toBe('card-holder-unknown');
});

describe('W-21 documents that no register covers', () => {
  /** Passports are nobody's here, as with the registers that cities really have. */
  const uncovered = (away = false) => ({
    ...town.needs,
    realName: {
      check: async () => {
        if (away) throw new ServiceUnavailable('real-name');
        return 'not-covered' as const;
      },
    },
  });
  const passport = (number: number, name: string): AssistedRider => ({
    ...{ by: 'document', documentKind: 'passport', documentNumber: `G8100000${number}`, name },
  });
  const typeAll = async (needs: ReturnType<typeof uncovered>, name: string) => {
    const outcomes: string[] = [];
    for (let number = 0; number < 200; number += 1) {
      town.needs.clock.pass(1_000);
      const typed = endpoint.input.parse(assistedScan('bus1', passport(number, name)));
      const answer = await registerFor(needs, staff, typed);
      outcomes.push(answer.ok ? (answer.value.item.colour ?? 'none') : answer.failure.code);
    }
    return outcomes;
  };

  test.each([false, true])(
    'two hundred invented passports under another name show nothing of the one real holder (register away: %s)',
    async (away) => {
      await enrolled(town, 7);
      const outcomes = await typeAll(uncovered(away), '演示人壬');
      expect(outcomes[7]).toBe('entry-mismatch');
      expect(outcomes.filter((outcome) => outcome === 'green')).toEqual([]);
      expect(outcomes.slice(60)).toEqual(Array.from({ length: 140 }, () => 'too-many-tries'));
    },
  );

  test('under the right name the search ends after sixty, whoever stands behind', async () => {
    await enrolled(town, 7);
    const later = (order: number) => ({ documentNumber: `G8100000${order}` });
    await enrolled(town, 6, later(150));
    const outcomes = await typeAll(uncovered(), person(6).name);
    expect(outcomes.filter((outcome) => outcome === 'green')).toEqual([]);
    expect(outcomes[150]).toBe('too-many-tries');
  });

  test('the holder is registered, however the name on the document is written', async () => {
    const held = { name: "Renée O'Connor-Smith", documentNumber: 'G81000009' };
    await enrolled(town, 1, held);
    const needs = uncovered();
    for (const name of ['OCONNOR SMITH RENEE', "SMITH Renee O'CONNOR", 'renée o’connor‐smith']) {
      town.needs.clock.pass(minuteMs);
      const answer = await registerFor(needs, staff, endpoint.input.parse(assistedScan('bus1', passport(9, name))));
      expect([name, answer.ok ? answer.value.item.colour : answer.failure.code]).toEqual([
        name,
        name.startsWith('OCONNOR') ? 'entry-mismatch' : 'green',
      ]);
    }
  });
});
