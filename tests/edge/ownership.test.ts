import { officialRoles, staffRoles } from '@tongcheng/shared/access';
import { endpoints } from '@tongcheng/shared/api';
import { newId } from '@tongcheng/shared/ids';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { people } from '../world/people';
import { openTown, type Town } from '../world/town';
import { enrolled, officialToken, signIn, staffToken } from '../world/town-sessions';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
afterEach(() => expect(town.faults).toEqual([]));

const now = () => town.needs.clock.now();
const newScan = (venueId: string) => {
  const at = now();
  return { scanId: newId(at, town.needs.chance.bytes), code: town.posters.codeOf(venueId), scannedAt: at, sentAt: at };
};

/** What an official endpoint is asked about the first city; every official endpoint has its row. */
const aboutTheFirstCity = async (): Promise<Readonly<Record<string, unknown>>> => {
  const own = officialToken(town, ['administrator', 'bureau']);
  const proposal = { city: '420100', address: 'someone@bureau.example', form: 'masked', reason: '试 trial' };
  const proposed = await town.ask('reports.propose-recipient', proposal, own);
  const recipientId = JSON.stringify(proposed.value).match(/"recipientId":"([^"]+)"/)?.[1];
  expect(recipientId).toBeDefined();
  const yesterday = addDays(dayOf(now()), -1);
  const appealId = `${yesterday}.${newId(now(), town.needs.chance.bytes)}`;
  return {
    'venues.list': { city: '420100', limit: 10 },
    'venues.import': { city: '420100', csv: 'id,mode,kind' },
    'venues.replace-code': { venueId: '420100-bus-e1-01' },
    'venues.revoke-code': { venueId: '420100-bus-e1-01', reason: 'x' },
    'venues.print-stickers': { venueIds: ['420100-bus-e1-01'] },
    'rides.live': { city: '420100' },
    'reports.list': { city: '420100', from: yesterday, to: yesterday },
    'reports.download': { reportId: `420100.${yesterday}.1.full`, purpose: 'epidemic-work' },
    'reports.show-password': { reportId: `420100.${yesterday}.1.full`, purpose: 'epidemic-work' },
    'reports.send-again': { deliveryId: `420100.${yesterday}.1.x` },
    'reports.list-recipients': { city: '420100' },
    'reports.propose-recipient': { ...proposal, address: 'another@bureau.example' },
    'reports.decide-recipient': { recipientId, approve: true },
    'reports.propose-removal': { recipientId, reason: 'x' },
    'oversight.create-invitation': { city: '420100', role: 'desk', venueIds: ['420100-bus-e1-01'], validHours: 1 },
    'appeals.list': { city: '420100', state: 'waiting', limit: 10 },
    'appeals.open': { appealId, purpose: 'decide' },
    'appeals.answer': { appealId, outcome: 'stands' },
    'oversight.sign-out-official': undefined,
  };
};

test('officials of another city, with every role, get nothing of the first from any endpoint', async () => {
  const asked = await aboutTheFirstCity();
  const official = endpoints.filter(({ access }) => access.who === 'official').map(({ name }) => name);
  expect([...official].sort()).toEqual(Object.keys(asked).sort());
  const before = JSON.stringify(
    await town.ask('venues.list', { city: '420100', limit: 50 }, officialToken(town, ['operator'])),
  );
  for (const cities of [['420200'], [], ['42010'], ['420100 ']])
    for (const name of official.filter((each) => asked[each] !== undefined)) {
      const told = await town.ask(name, asked[name], officialToken(town, officialRoles, cities));
      expect([name, told.ok, told.failure?.code]).toEqual([
        name,
        false,
        expect.stringMatching(/unknown|not-yours|invalid-input/),
      ]);
    }
  const after = JSON.stringify(
    await town.ask('venues.list', { city: '420100', limit: 50 }, officialToken(town, ['operator'])),
  );
  expect(after.replace(/"serverAt":\d+/, '')).toBe(before.replace(/"serverAt":\d+/, ''));
});

test('the same questions by officials of the city are not refused for the city', async () => {
  const own = officialToken(town, officialRoles);
  for (const name of ['venues.list', 'rides.live', 'reports.list', 'reports.list-recipients', 'venues.replace-code'])
    expect([name, await town.ask(name, (await again())[name], own)]).toMatchObject([name, { status: 200 }]);
});

const again = async (): Promise<Readonly<Record<string, unknown>>> => {
  const yesterday = addDays(dayOf(now()), -1);
  return {
    'venues.list': { city: '420100', limit: 10 },
    'rides.live': { city: '420100' },
    'reports.list': { city: '420100', from: yesterday, to: yesterday },
    'reports.list-recipients': { city: '420100' },
    'venues.replace-code': { venueId: '420100-bus-e1-03' },
  };
};

test('staff of other venues, in every role, see and write nothing of a venue that is not theirs', async () => {
  for (const role of staffRoles)
    for (const [venues, city] of [
      [['420100-bus-e1-02'], '420100'],
      [[], '420100'],
      [['420200-taxi-0001'], '420200'],
    ] as const) {
      const token = staffToken(town, role, [...venues], city);
      const refusal = {
        refusalId: newId(now(), town.needs.chance.bytes),
        venueId: '420100-bus-e1-01',
        reason: 'other',
      };
      expect(await town.ask('rides.venue-feed', { venueId: '420100-bus-e1-01', limit: 5 }, token)).toMatchObject({
        failure: { code: 'venue-not-yours' },
      });
      expect(await town.ask('rides.record-refusal', refusal, token)).toMatchObject({
        failure: { code: 'venue-not-yours' },
      });
    }
});

describe('riders', () => {
  let one: string;
  let other: string;
  beforeAll(async () => {
    one = (await enrolled(town, 10)).accessToken;
    other = (await enrolled(town, 11)).accessToken;
  });

  test('never see another’s rides, and a scan id of another is no key to them', async () => {
    const scan = newScan('420100-bus-e1-02');
    expect(await town.ask('rides.record', scan, one)).toMatchObject({ status: 200 });
    expect(JSON.stringify(await town.ask('rides.history', { city: '420100', days: 7 }, one))).toContain(scan.scanId);
    expect(JSON.stringify(await town.ask('rides.history', { city: '420100', days: 7 }, other))).not.toContain(
      scan.scanId,
    );
    expect(await town.ask('rides.record', scan, other)).toMatchObject({ failure: { code: 'scan-conflict' } });
  });

  test('never see or unbind another’s cards', async () => {
    const card = people[10]?.cards.find(({ known }) => known);
    const number = card ?? { kind: 'wuhan-tong', number: '0' };
    const bound = await town.ask('cards.bind', { kind: number.kind, number: number.number }, one);
    const cardId = JSON.stringify(bound.value ?? {}).match(/"cardId":"([^"]+)"/)?.[1];
    expect(cardId).toBeDefined();
    expect(await town.ask('cards.list', {}, other)).toMatchObject({ value: { cards: [] } });
    expect(await town.ask('cards.unbind', { cardId }, other)).toMatchObject({ failure: { code: 'card-unknown' } });
    expect(await town.ask('cards.list', {}, one)).toMatchObject({ value: { cards: [{ cardId }] } });
  });

  test('X-09 never scan for, look at or take out a member of another’s family', async () => {
    const member = people[20];
    if (!member) throw new Error('no such person');
    const { name, documentKind, documentNumber, phone } = member;
    const claim = { name, documentKind, documentNumber, phone, relation: 'parent', consent: true };
    const family = await town.ask('identity.add-member', claim, one);
    const memberId = JSON.stringify(family.value ?? {}).match(/"memberId":"([^"]+)"/)?.[1];
    expect(memberId).toBeDefined();
    const unknown = { failure: { code: 'member-unknown' } };
    expect(await town.ask('identity.list-family', {}, other)).toMatchObject({ value: { members: [] } });
    expect(await town.ask('identity.remove-member', { memberId }, other)).toMatchObject(unknown);
    expect(await town.ask('rides.record', { ...newScan('420100-bus-e1-03'), memberId }, other)).toMatchObject(unknown);
    expect(await town.ask('rides.history', { city: '420100', days: 1, memberId }, other)).toMatchObject(unknown);
    expect(await town.ask('identity.list-family', {}, one)).toMatchObject({ value: { members: [{ memberId }] } });
  });

  test('X-14 X-15 never see, appeal or sign out what is another’s', async () => {
    const scan = newScan('420100-bus-e1-04');
    expect(await town.ask('rides.record', scan, one)).toMatchObject({ status: 200 });
    const { scanId } = scan;
    for (const [name, body] of [
      ['appeals.look', { scanId }],
      ['appeals.make', { scanId, text: '这不是我的' }],
    ] as const)
      expect(await town.ask(name, body, other)).toMatchObject({ failure: { code: 'scan-unknown' } });
    const devices = await town.ask('identity.list-devices', {}, one);
    const deviceId = JSON.stringify(devices.value).match(/"deviceId":"([^"]+)"/)?.[1];
    expect(await town.ask('identity.end-device', { deviceId }, other)).toMatchObject({
      failure: { code: 'device-unknown' },
    });
    const documentNumber = people[10]?.documentNumber ?? '';
    expect(await town.ask('rights.export', { form: 'json', documentNumber }, other)).toMatchObject({
      failure: { code: 'document-refused' },
    });
    expect(await town.ask('rights.accesses', {}, other)).toMatchObject({ value: { accesses: [] } });
  });

  test('an account cannot be chosen in a body', async () => {
    const stranger = (await signIn(town, 12)).accessToken;
    for (const more of [{ accountId: 'x' }, { personId: 'x' }, { caller: { kind: 'rider' } }])
      expect(await town.ask('cards.list', more, stranger)).toMatchObject({ failure: { code: 'invalid-input' } });
  });
});
