import { unlinkedTaps } from '@tongcheng/cloudfunctions/app/gates/delivery-record';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { deviceSignInText } from '@tongcheng/shared/devices/sign-in-text';
import { newId } from '@tongcheng/shared/ids';
import { dayOf, hourMs, minuteMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { keyPair, openDevice } from '../world/key-holders';
import { people } from '../world/people';
import { officialToken, staffToken } from '../world/town-sessions';
import {
  cardHolder,
  cardOwners,
  type GateTown,
  openGate,
  openGateTown,
  otherStation,
  sealTap,
  station,
} from './gate-town';

jest.setTimeout(120_000);

let town: GateTown;
beforeEach(async () => {
  town = await openGateTown();
});
afterEach(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const all = async () => {
  const day = dayOf(town.needs.clock.now());
  const before = dayOf(town.needs.clock.now() - 24 * hourMs);
  return (await town.needs.store.find(scans, { where: { day: { in: [before, day] } }, limit: 1_000 })).items;
};
const answersIn = (told: { value?: unknown }) =>
  z
    .object({ taps: z.array(z.object({ answer: z.string() })) })
    .parse(told.value)
    .taps.map(({ answer }) => answer);
const history = async (token: string) => {
  const told = await town.ask('rides.history', { city: '420100', days: 2 }, token);
  return JSON.stringify(told.value);
};

test('W-20 a tap of a linked card is a scan of its holder at the gate’s station, as the gate decided it', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const told = await gate.ask('gates.deliver-taps', gate.nextBatch([await gate.tapOf(holder)]));
  expect(told).toMatchObject({ ok: true, value: { accepted: 1, taps: [{ answer: 'recorded' }] } });
  expect(await all()).toMatchObject([
    { venueId: station, meaning: 'enter', decision: 'admit', by: 'gate', gate: 'entry', reasons: [], flags: [] },
  ]);
  expect(await history(holder.accessToken)).toContain(station);
});

test('W-20 a scan of the station’s code beside a tap is a repeat, and makes no second ride', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const at = town.needs.clock.now();
  await gate.ask('gates.deliver-taps', gate.nextBatch([await gate.tapOf(holder, {}, at)]));
  const again = gate.nextBatch([await gate.tapOf(holder, {}, at + 5_000)]);
  town.pass(6_000);
  expect(answersIn(await gate.ask('gates.deliver-taps', again))).toEqual(['repeat']);
  const code = town.posters.codeOf(station);
  const scannedAt = town.needs.clock.now();
  const scan = { scanId: newId(scannedAt, town.needs.chance.bytes), code, scannedAt, sentAt: scannedAt };
  expect(await town.ask('rides.record-scan', scan, holder.accessToken)).toMatchObject({ value: { meaning: 'repeat' } });
});

test('W-27 in at one station and out at another is one ride with its end proven', async () => {
  const holder = await cardHolder(town.town, 0);
  const [entry, exit] = [await openGate(town), await openGate(town, { venueId: otherStation })];
  await entry.ask('gates.deliver-taps', entry.nextBatch([await entry.tapOf(holder)]));
  town.pass(8 * minuteMs);
  const out = await exit.tapOf(holder, { direction: 'exit', ground: 'exit' });
  const told = await exit.ask('gates.deliver-taps', exit.nextBatch([out], { venueId: otherStation }));
  expect(answersIn(told)).toEqual(['recorded']);
  expect((await all()).map(({ meaning }) => meaning).sort()).toEqual(['alight', 'enter']);
  expect(await history(holder.accessToken)).toContain('"closedBy":"scan"');
});

test('W-33 the tap of a card that was bound for a member of the family is the member’s and nobody else’s', async () => {
  const holder = await cardHolder(town.town, 0);
  const [card, member] = [cardOwners[1], people[60]];
  if (!card || !member) throw new Error('no such person');
  const { name, documentKind, documentNumber, phone } = member;
  const claim = { name, documentKind, documentNumber, phone, relation: 'parent', consent: true };
  const added = await town.ask('identity.add-member', claim, holder.accessToken);
  const Family = z.object({ members: z.tuple([z.object({ memberId: z.string(), code: z.string() })]) });
  const { memberId, code } = Family.parse(added.value).members[0];
  const desk = staffToken(town.town, 'desk', [station]);
  await town.ask('identity.confirm-rider', { name, documentKind, documentNumber, code }, desk);
  const bound = await town.ask(
    'cards.bind-card',
    { kind: card.kind, number: card.number, memberId },
    holder.accessToken,
  );
  expect(bound).toMatchObject({ ok: true });
  const gate = await openGate(town);
  await gate.ask('gates.deliver-taps', gate.nextBatch([await gate.tapOf(card)]));
  const [scan] = await all();
  const { vault } = town.needs;
  const day = await vault.day('420100', scan?.day ?? '');
  const personId = await vault.findByDocument(documentKind, documentNumber);
  expect(scan && day?.open(scan._id, scan.sealed).subjectId).toBe(`p_${personId}`);
  expect(personId).toBeDefined();
  expect(personId).not.toBe(await vault.findByDocument('resident-id', holder.documentNumber));
});

test('B-11 what a gate refused or referred is recorded so and begins no ride where it refused', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const tap = await gate.tapOf(holder, { decision: 'refuse', ground: 'status-red' });
  await gate.ask('gates.deliver-taps', gate.nextBatch([tap]));
  expect(await all()).toMatchObject([{ decision: 'refuse', reasons: ['status-red'], colour: 'red' }]);
});

test('B-11 the same batch again has the same answer and records nothing twice, also at once and after the scans alone were kept', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const hour = Math.floor(town.needs.clock.now() / hourMs) * hourMs;
  const counts = [{ hour, direction: 'entry', admit: 0, refer: 0, refuse: 3 }];
  const batch = gate.nextBatch([await gate.tapOf(holder)], { counts });
  const first = await Promise.all([1, 2, 3].map(() => gate.ask('gates.deliver-taps', batch)));
  town.pass(minuteMs);
  const later = await gate.ask('gates.deliver-taps', batch);
  for (const told of [...first, later])
    expect(told).toMatchObject({ ok: true, value: { accepted: 1, taps: [{ answer: 'recorded' }] } });
  expect(await all()).toHaveLength(1);
  const counted = await town.needs.store.find(unlinkedTaps, { where: { day: dayOf(hour) }, limit: 10 });
  expect(counted.items).toMatchObject([{ refuse: 3, venueId: station }]);
});

test('B-11 batches come in order: a gap says which is expected, and an earlier one is not taken again', async () => {
  const gate = await openGate(town);
  const [first, second] = [gate.nextBatch([]), gate.nextBatch([])];
  expect(await gate.ask('gates.deliver-taps', second)).toMatchObject({
    failure: { code: 'taps-out-of-order', details: { expected: 1 } },
  });
  await gate.ask('gates.deliver-taps', first);
  expect(await gate.ask('gates.deliver-taps', second)).toMatchObject({ value: { accepted: 2 } });
  expect(await gate.ask('gates.deliver-taps', first)).toMatchObject({
    failure: { code: 'taps-out-of-order', details: { expected: 3 } },
  });
});

test('X-17 two machines with one key are found at the next delivery of either, and officials see it', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  await gate.ask('gates.deliver-taps', gate.nextBatch([]));
  const copy = gate.batchOf([await gate.tapOf(holder)]);
  expect(await gate.ask('gates.deliver-taps', copy)).toMatchObject({ failure: { code: 'taps-conflict' } });
  expect(await all()).toHaveLength(0);
  const operator = officialToken(town.town, ['operator']);
  const listed = await town.ask('devices.list-devices', { city: '420100' }, operator);
  expect(listed).toMatchObject({ value: { devices: [{ state: { doubledAt: expect.any(Number) } }] } });
});

test('X-24 a batch that is forged, changed, of another device or of no form is refused, and nothing of it is kept', async () => {
  const holder = await cardHolder(town.town, 0);
  const [gate, other] = [await openGate(town), await openGate(town)];
  const tap = await gate.tapOf(holder);
  const good = gate.nextBatch([tap]);
  const refused = { status: 422, failure: { code: 'taps-refused' } };
  const deliver = (body: unknown) => gate.ask('gates.deliver-taps', body);
  expect(await deliver({ ...good, text: good.text.replace('admit', 'refer') })).toMatchObject(refused);
  expect(await deliver({ ...good, signature: other.batchOf([tap]).signature })).toMatchObject(refused);
  expect(await other.ask('gates.deliver-taps', good)).toMatchObject(refused);
  expect(await deliver(gate.batchOf([tap], { deviceId: other.deviceId }))).toMatchObject(refused);
  expect(await deliver(gate.batchOf([tap, tap]))).toMatchObject(refused);
  expect(await deliver(gate.batchOf([{ ...tap, decision: 'open' }]))).toMatchObject(refused);
  expect(await deliver({ ...good, text: '{"taps"' })).toMatchObject(refused);
  expect(await all()).toHaveLength(0);
  expect(await deliver(good)).toMatchObject({ ok: true });
});

test('X-24 a revoked gate gets no keys and delivers nothing within five seconds, and keeps what it has', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const batch = gate.nextBatch([await gate.tapOf(holder)]);
  const operator = officialToken(town.town, ['operator']);
  await town.ask('devices.revoke-device', { deviceId: gate.deviceId, reason: '遗失 lost' }, operator);
  for (const name of ['gates.get-keys', 'gates.get-set'])
    expect(await gate.ask(name)).toMatchObject({ failure: { code: 'device-not-registered' } });
  town.pass(5_000);
  expect(await gate.ask('gates.deliver-taps', batch)).toMatchObject({ status: 401 });
  expect(await all()).toHaveLength(0);
});

test('B-11 a tap counts where the gate stood: before it was moved too, and nowhere else', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const batch = gate.nextBatch([await gate.tapOf(holder)]);
  const move = { deviceId: gate.deviceId, venueId: otherStation };
  await town.ask('devices.move-device', move, officialToken(town.town, ['operator']));
  const elsewhere = gate.batchOf([], { venueId: '420100-bus-e1-01' });
  expect(await gate.ask('gates.deliver-taps', elsewhere)).toMatchObject({ failure: { code: 'venue-unknown' } });
  expect(await gate.ask('gates.deliver-taps', batch)).toMatchObject({ ok: true });
  expect(await all()).toMatchObject([{ venueId: station }]);
  expect(await gate.ask('gates.get-keys')).toMatchObject({ value: { place: { venueId: otherStation } } });
});

test('B-11 one bad tap keeps no other: not linked, sealed for another gate, too old, of the future', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const now = town.needs.clock.now();
  const good = await gate.tapOf(holder);
  const stranger = await gate.tapOf({ kind: holder.kind, number: '0000000000000000' });
  const foreign = { ...(await gate.tapOf(holder)), sealedToken: good.sealedToken };
  const old = await gate.tapOf(holder, {}, now - 20 * 24 * hourMs);
  const early = await gate.tapOf(holder, {}, now + hourMs);
  const told = await gate.ask('gates.deliver-taps', gate.nextBatch([stranger, foreign, old, early, good]));
  expect(answersIn(told)).toEqual(['unknown-card', 'unreadable', 'too-old', 'unreadable', 'recorded']);
  expect(await all()).toHaveLength(1);
});

test('B-11 a rider whose status turned red between tap and delivery is recorded as the gate decided, and flagged', async () => {
  const [holder, other] = [await cardHolder(town.town, 0), await cardHolder(town.town, 1)];
  await town.make();
  await town.nextMake();
  const gate = await openGate(town);
  const batch = gate.nextBatch([await gate.tapOf(holder), await gate.tapOf(other)]);
  town.platform.say(holder.documentNumber, town.platform.red());
  await town.nextMake();
  expect(answersIn(await gate.ask('gates.deliver-taps', batch))).toEqual(['recorded', 'recorded']);
  const flagged = (await all()).map(({ decision, flags }) => [decision, flags.includes('status-turned')]);
  expect(flagged.sort()).toEqual([
    ['admit', false],
    ['admit', true],
  ]);
});

test('B-11 after the holder was forgotten their card is nobody’s', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const tap = await gate.tapOf(holder);
  await town.ask('cards.unbind-card', { cardId: holder.cardId }, holder.accessToken);
  expect(answersIn(await gate.ask('gates.deliver-taps', gate.nextBatch([tap])))).toEqual(['unknown-card']);
});

test('staff at the venue see a tap in their feed, without a name and not as entered by staff', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  await gate.ask('gates.deliver-taps', gate.nextBatch([await gate.tapOf(holder)]));
  const told = await town.ask(
    'rides.venue-feed',
    { venueId: station, limit: 10 },
    staffToken(town.town, 'inspector', [station]),
  );
  const Feed = z.object({ items: z.array(z.record(z.string(), z.unknown())) });
  const [item] = Feed.parse(told.value).items;
  expect(item).toMatchObject({ decision: 'admit', meaning: 'enter' });
  expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['maskedName']));
  expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['entered']));
});

test('a gate without a venue gets no keys, a city without gates hands out none and takes no taps, and a set that is not made is said to be so', async () => {
  const homeless = await openDevice(town.town);
  expect(await town.ask('gates.get-keys', {}, await homeless.signIn())).toMatchObject({
    failure: { code: 'device-without-place' },
  });
  const other = officialToken(town.town, ['operator'], ['420200']);
  const abroad = keyPair();
  const registered = {
    city: '420200',
    kind: 'gate',
    name: 'x',
    publicKey: abroad.publicKey,
    venueId: '420200-taxi-0001',
  };
  const { deviceId } = z
    .object({ deviceId: z.string() })
    .parse((await town.ask('devices.register-device', registered, other)).value);
  const { challenge } = z
    .object({ challenge: z.string() })
    .parse((await town.ask('devices.get-challenge', { deviceId })).value);
  const signed = { deviceId, challenge, signature: abroad.sign(deviceSignInText(challenge)) };
  const { accessToken } = z
    .object({ accessToken: z.string() })
    .parse((await town.ask('devices.sign-in-device', signed)).value);
  const nothing = { text: '{}', signature: 'A'.repeat(86) };
  for (const [name, body] of [
    ['gates.get-keys', {}],
    ['gates.get-set', {}],
    ['gates.deliver-taps', nothing],
  ] as const)
    expect(await town.ask(name, body, accessToken)).toMatchObject({ failure: { code: 'capability-absent' } });
  const gate = await openGate(town);
  expect(await gate.ask('gates.get-set')).toMatchObject({ status: 503, failure: { code: 'set-not-ready' } });
});

test('officials see what a gate tells of its set, its clock and what it keeps', async () => {
  const gate = await openGate(town);
  const told = {
    ...{ softwareVersion: '1.2.0', clockOffsetMs: -1_200, queued: 7, setVersion: 3, setMadeAt: 1_654_129_200_000 },
    refusals: [{ ground: 'card-not-linked', count: 2 }],
  };
  expect(await gate.ask('gates.report-state', told)).toMatchObject({ value: { now: expect.any(Number) } });
  const operator = officialToken(town.town, ['operator']);
  expect(await town.ask('devices.list-devices', { city: '420100' }, operator)).toMatchObject({
    value: { devices: [{ state: told }] },
  });
});

test('a token that was sealed to another key does not open', async () => {
  const holder = await cardHolder(town.town, 0);
  const gate = await openGate(town);
  const tap = await gate.tapOf(holder);
  const otherKey = (await gate.keys()).readerKey;
  const sealedToken = sealTap(otherKey, gate.deviceId, tap.tapId, await gate.tokenOf(holder));
  const told = await gate.ask('gates.deliver-taps', gate.nextBatch([{ ...tap, sealedToken }]));
  expect(answersIn(told)).toEqual(['unreadable']);
});
