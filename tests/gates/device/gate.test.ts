import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import { inFolder } from '../../world/folders';
import { epochKey, readerKey } from '../keys';
import { gateIn, kind, numberOf, red, testedHoursAgo, tokenOf } from './gate-in';

const met = ['admit', 'met'];

test(
  'B-06 a linked card with a valid status passes, another one stays out and is told what to do; no network is asked',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish([
      { number: numberOf(1), status: testedHoursAgo(clock.now(), 5) },
      { number: numberOf(2), status: red },
    ]);
    const gate = open();
    expect(tapAt(gate, 1)).toEqual(['refer', 'set-absent']);
    expect(await gate.round()).toBe(true);
    service.isAway = true;
    expect([tapAt(gate, 1), tapAt(gate, 2), tapAt(gate, 3)]).toEqual([
      met,
      ['refuse', 'status-red'],
      ['refuse', 'card-not-linked'],
    ]);
    expect(gate.onCard({ kind, number: numberOf(3) }).shown.zh).toMatch(/^未查到健康码信息，请您尽快授权升级/);
    gate.close();
  }),
);

test(
  'B-11 a tap of a linked card reaches the service once, sealed and in order; of others only counts do',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish([1, 2].map((card) => ({ number: numberOf(card), status: testedHoursAgo(clock.now(), 5) })));
    const gate = open();
    await gate.round();
    for (const card of [1, 2, 9, 9]) tapAt(gate, card);
    service.losesAnswers = true;
    expect(await gate.round()).toBe(false);
    service.losesAnswers = false;
    tapAt(gate, 1);
    expect(await gate.round()).toBe(true);
    expect(service.delivered.map(({ token }) => token)).toEqual([1, 2, 1].map(tokenOf));
    expect(service.counted).toEqual([expect.objectContaining({ direction: 'entry', admit: 0, refer: 0, refuse: 2 })]);
    expect(statSync(join(folder, 'taps.log')).size).toBeLessThan(100);
    gate.close();
  }),
);

test(
  'a gate that ends at any moment keeps its taps, and delivers what was under way under the same sequence with the same text',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }]);
    const first = open();
    await first.round();
    tapAt(first, 1);
    service.losesAnswers = true;
    await first.round();
    tapAt(first, 1);
    first.close();
    const log = join(folder, 'taps.log');
    writeFileSync(log, Buffer.concat([readFileSync(log), Buffer.from('half of a record')]));
    service.losesAnswers = false;
    const second = open();
    expect(await second.round()).toBe(true);
    expect(service.delivered.map(({ token }) => token)).toEqual([tokenOf(1), tokenOf(1)]);
    expect(tapAt(second, 1)).toEqual(met);
    await second.round();
    expect(service.delivered).toHaveLength(3);
    second.close();
  }),
);

test(
  'a device behind by a day catches up by its deltas, and one behind by more by a snapshot; nothing is fetched twice',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }]);
    const gate = open();
    await gate.round();
    for (let hour = 1; hour <= 24; hour += 1) {
      clock.pass(hourMs);
      service.change([{ number: numberOf(100 + hour), status: testedHoursAgo(clock.now(), 3) }]);
    }
    service.change([{ number: numberOf(1), status: red }]);
    expect(tapAt(gate, 1)).toEqual(['refer', 'set-too-old']);
    service.fetched.length = 0;
    expect(await gate.round()).toBe(true);
    expect(service.fetched).toHaveLength(25);
    expect([tapAt(gate, 1), tapAt(gate, 124)]).toEqual([['refuse', 'status-red'], met]);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 3) }]);
    await gate.round();
    expect(service.fetched).toHaveLength(26);
    expect([tapAt(gate, 1), tapAt(gate, 124)]).toEqual([met, ['refuse', 'card-not-linked']]);
    gate.close();
    const again = open();
    await again.round();
    expect([service.fetched.length, again.onCard({ kind, number: numberOf(1) }).ground]).toEqual([26, 'met']);
    again.close();
  }),
);

test(
  'a file that breaks off goes on where it ended, after a new start too; until it is whole the set that is held decides',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    const linked = Array.from({ length: 500 }, (_, card) => ({
      number: numberOf(card),
      status: testedHoursAgo(clock.now(), 5),
    }));
    service.publish(linked.slice(0, 1));
    const gate = open();
    await gate.round();
    service.publish(linked);
    service.breaksAfter = 2_000;
    service.fetched.length = 0;
    expect([await gate.round(), gate.sync.set]).toEqual([false, 'away']);
    expect([tapAt(gate, 0), tapAt(gate, 499)]).toEqual([met, ['refuse', 'card-not-linked']]);
    gate.close();
    const again = open();
    service.breaksAfter = Number.POSITIVE_INFINITY;
    expect(await again.round()).toBe(true);
    expect(service.fetched).toEqual([{ from: 0 }, { from: 2_000 }]);
    expect(tapAt(again, 499)).toEqual(met);
    again.close();
  }),
);

test(
  'a delta that was changed on its way is not taken: the set that is held stays as it was',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }]);
    const gate = open();
    await gate.round();
    service.change([{ number: numberOf(1), status: red }]);
    service.forge((bytes) => bytes.set([1], bytes.length - 1));
    expect(await gate.round()).toBe(false);
    expect(tapAt(gate, 1)).toEqual(met);
    gate.close();
  }),
);

test(
  'a wrong wall clock makes no wrong decision; one that is set while the gate runs, or a machine that slept, sends to staff until the server was heard',
  inFolder(async (folder) => {
    const { clock, machine, service, open, tapAt } = gateIn(folder);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }]);
    machine.wallAheadMs = -30 * dayMs;
    const gate = open();
    await gate.round();
    expect([tapAt(gate, 1), service.reports.at(-1)?.clockOffsetMs]).toEqual([met, -30 * dayMs]);
    machine.wallAheadMs = 10 * minuteMs;
    expect(tapAt(gate, 1)).toEqual(['refer', 'clock-wrong']);
    await gate.round();
    expect(tapAt(gate, 1)).toEqual(met);
    machine.steadyBehindMs = hourMs;
    clock.pass(hourMs);
    expect(tapAt(gate, 1)).toEqual(['refer', 'clock-wrong']);
    gate.close();
  }),
);

test(
  'a revoked gate lets nobody in by its set from the next round on, keeps its taps, and lets everybody out',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }]);
    const gate = open();
    await gate.round();
    tapAt(gate, 1);
    service.isRevoked = true;
    expect(await gate.round()).toBe(false);
    expect(tapAt(gate, 1)).toEqual(['refer', 'gate-revoked']);
    expect(service.delivered).toHaveLength(0);
    gate.onAlarm(true);
    expect(tapAt(gate, 9)).toEqual(['admit', 'alarm']);
    service.isRevoked = false;
    gate.onAlarm(false);
    expect(await gate.round()).toBe(true);
    expect([tapAt(gate, 1), service.delivered.length]).toEqual([met, 1]);
    gate.close();
  }),
);

test(
  'a change of keys that is half done: the set of the old week decides until that of the new one is there',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    const linked = [{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }];
    service.publish(linked);
    const gate = open();
    await gate.round();
    const next = Buffer.alloc(32, 7);
    Object.assign(service, { epoch: '2022-23', epochKey: next, epochEndsAt: clock.now() });
    clock.pass(11 * minuteMs);
    service.breaksAfter = 0;
    service.publish(linked);
    expect(await gate.round()).toBe(false);
    expect(tapAt(gate, 1)).toEqual(met);
    service.breaksAfter = Number.POSITIVE_INFINITY;
    expect(await gate.round()).toBe(true);
    expect([tapAt(gate, 1), service.reports.at(-1)?.setVersion]).toEqual([met, service.version()]);
    gate.close();
  }),
);

test(
  'an alarm opens all and outlasts a start; an exit holds nobody, before the server was heard too',
  inFolder(async (folder) => {
    const { service, open, tapAt } = gateIn(folder);
    service.publish([]);
    service.place = { ...service.place, direction: 'exit' };
    const gate = open();
    await gate.round();
    expect(tapAt(gate, 1)).toEqual(['admit', 'exit']);
    gate.onAlarm(true);
    gate.close();
    service.isAway = true;
    const again = open();
    expect(tapAt(again, 1)).toEqual(['admit', 'alarm']);
    again.onAlarm(false);
    expect(tapAt(again, 1)).toEqual(['admit', 'exit']);
    again.close();
  }),
);

test(
  'whoever tries numbers at a running gate learns of eight at once and of ninety a minute, no more; what is beyond is told to staff as such',
  inFolder(async (folder) => {
    const { clock, service, open } = gateIn(folder);
    service.publish([{ number: numberOf(1), status: testedHoursAgo(clock.now(), 5) }]);
    const gate = open();
    await gate.round();
    let learned = 0;
    for (let turn = 0; turn <= 6_000; turn += 1) {
      clock.pass(10);
      if (gate.onCard({ kind, number: numberOf(turn) }).ground !== 'tapped-too-fast') learned += 1;
    }
    expect(learned).toBe(8 + 90);
    await gate.round();
    expect(service.reports.at(-1)?.refusals).toContainEqual({ ground: 'tapped-too-fast', count: 6_001 - learned });
    gate.close();
  }),
);

test(
  'B-11 nothing in the folder of a gate says which cards are linked, whose they are, or how they stand: no number, token, key or name of a status',
  inFolder(async (folder) => {
    const { clock, service, open, tapAt } = gateIn(folder);
    service.publish(
      [1, 2].map((card) => ({ number: numberOf(card), status: card === 2 ? red : testedHoursAgo(clock.now(), 5) })),
    );
    const gate = open();
    await gate.round();
    for (const card of [1, 2, 3]) tapAt(gate, card);
    const secrets = [readerKey, epochKey, ...[1, 2, 3].map((card) => Buffer.from(tokenOf(card), 'hex'))];
    const forms = [
      ...secrets.flatMap((bytes) => [
        bytes,
        ...(['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form)),
      ]),
      ...[1, 2, 3].map(numberOf),
    ];
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const bytes = files.map((each) => readFileSync(join(each.parentPath, each.name)));
    expect(files.map(({ name }) => name).sort()).toEqual([
      '0000000000000001.snapshot',
      'device-key.pem',
      'gate.json',
      'taps.log',
    ]);
    for (const form of forms) expect(bytes.some((file) => file.includes(form))).toBe(false);
    expect(bytes.some((file) => file.includes('met'))).toBe(true);
    gate.close();
  }),
);
