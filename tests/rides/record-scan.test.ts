import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { lineStops } from '@tongcheng/cloudfunctions/app/venues/line-stops-record';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { idTime } from '@tongcheng/shared/ids';
import { type ScanInput, ScanReply } from '@tongcheng/shared/rides/wire';
import { aRider, aScan, aStranger, idAt } from '../world/callers';
import { countingStore } from '../world/counting-store';
import { type Installation, openInstallation, rideInstanceOver, townSettings } from '../world/installation';
import { type PlaceName, places } from '../world/places';
import { admissionRule, anEligibility, aStatus } from '../world/records';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const rider = aRider('1');

/** Sends a scan as it is made, the server's clock with it; throws when it is not registered. */
async function scan(place: PlaceName, time: string, more: Partial<ScanInput> = {}, who: RiderCaller = rider) {
  here.clock.set(clock(time));
  return replyTo(aScan(here, place, clock(time), more), who);
}

async function replyTo(input: ScanInput, who: RiderCaller = rider): Promise<ScanReply> {
  const answer = await recordScan(here.needs, who, input);
  if (!answer.ok) throw new Error(`not registered: ${answer.failure.code}`);
  return ScanReply.parse(answer.value);
}

async function codeOfFailure(input: ScanInput, who: RiderCaller = rider): Promise<string> {
  const answer = await recordScan(here.needs, who, input);
  return answer.ok ? 'registered' : answer.failure.code;
}

const kept = async (day = '2022-06-02') => (await here.store.find(scans, { where: { day }, limit: 1_000 })).items;

describe('the answer', () => {
  test('W-09 W-10 a green rider boards a bus: colour, masked name, venue, mode, time, live word', async () => {
    const reply = await scan('bus1', '08:00:00');
    expect(reply).toMatchObject({
      verdict: { decision: 'admit', colour: 'green', reasons: [], ruleId: 'town', ruleVersion: 4 },
      meaning: 'board',
      venue: { venueId: 'bus-1', mode: 'bus', plate: '鄂A12345D' },
      maskedName: '演**',
      scannedAt: clock('08:00:00'),
      minuteWord: { validUntil: clock('08:01:00') },
      flags: [],
    });
    expect((await scan('bus1', '08:25:00')).meaning).toBe('alight');
  });

  test('X-06 the next word told in the last minute of a service day is the first of the day after', async () => {
    const last = await scan('bus1', '02:59:30');
    const first = await scan('bus1', '03:00:10', {}, aRider('2'));
    expect(last.minuteWord.validUntil).toBe(clock('03:00:00'));
    expect(last.minuteWord.next).toEqual(first.minuteWord.word);
    const before = await scan('bus1', '02:58:30', {}, aRider('3'));
    expect(before.minuteWord.next).toEqual(last.minuteWord.word);
  });

  test('W-06 W-08 X-15 red is refused with issuer, rule version, reason and expiry', async () => {
    const red = aRider('2', { eligibility: anEligibility({ identity: true, status: aStatus('red') }) });
    const { verdict } = await scan('bus1', '08:00:00', {}, red);
    expect(verdict).toMatchObject({
      decision: 'refuse',
      colour: 'red',
      statusSource: 'provincial-health-code',
      ruleVersion: 4,
      expiresAt: clock('06:00:00', '2022-06-10'),
    });
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['status-red']);
    expect(verdict.reasons[0]?.text.zh).toContain('省健康码平台，今天 06:00 更新');
  });

  test('W-07 a status that exists in the other channel: grey, with both ways out', async () => {
    const elsewhere = anEligibility({ identity: true, statusElsewhere: 'wechat' });
    const { verdict } = await scan('bus1', '08:00:00', {}, aRider('3', { eligibility: elsewhere }));
    expect(verdict).toMatchObject({ decision: 'refer', colour: 'grey' });
    const [reason] = verdict.reasons;
    expect([reason?.next.action, reason?.alternative?.action]).toEqual(['use-other-channel', 'complete-status']);
  });

  test('W-04 without authentication no pass: refused, and stored for the account', async () => {
    const stranger = aStranger('4');
    const { verdict, maskedName } = await scan('bus1', '08:00:00', {}, stranger);
    expect(verdict.decision).toBe('refuse');
    expect(verdict.reasons).toMatchObject([{ code: 'identity-missing', next: { action: 'authenticate' } }]);
    expect(maskedName).toBeUndefined();
    const [record] = await kept();
    const vault = await here.needs.vault.day('420100', '2022-06-02');
    expect(record && vault?.open(record._id, record.sealed)).toMatchObject({ subjectId: 'a_acc-4' });
  });

  test('X-19 a demonstration code admits nobody', async () => {
    const reply = await scan('demo', '08:00:00');
    expect(reply.verdict.reasons.map(({ code }) => code)).toEqual(['code-demonstration']);
    expect(reply.verdict.decision).toBe('refuse');
  });

  test('W-31 announcements of the mode show within their dates', async () => {
    await here.close();
    const notice = {
      noticeId: 'mask',
      text: { zh: '请戴口罩', en: 'Wear a mask' },
      from: clock('08:00:00'),
      to: clock('09:00:00'),
    };
    here = await openInstallation([{ ...townSettings, notices: [{ ...notice, modes: ['bus'] }] }]);
    expect((await scan('bus1', '07:59:59')).notices).toEqual([]);
    expect((await scan('bus1', '08:59:59')).notices).toMatchObject([{ noticeId: 'mask' }]);
    expect((await scan('hankou', '08:59:59')).notices).toEqual([]);
    expect((await scan('bus1', '09:00:00')).notices).toEqual([]);
  });

  test('X-07 a stricter rule of one mode has effect on that mode only, from its first instant', async () => {
    await here.close();
    const strict = admissionRule(['identity', 'negative-test'], {
      ruleId: 'metro-test',
      mode: 'metro',
      from: clock('08:00:00'),
      testMaxAgeDays: 2,
    });
    const admissionRules = [...townSettings.admissionRules, strict];
    here = await openInstallation([{ ...townSettings, admissionRules }]);
    expect((await scan('hankou', '07:59:59')).verdict.ruleId).toBe('town');
    expect((await scan('bus1', '08:00:00')).verdict.ruleId).toBe('town');
    expect((await scan('hankou', '08:04:00')).verdict).toMatchObject({ ruleId: 'metro-test', decision: 'refuse' });
  });

  test('X-06 riders and other instances see the same word in the same minute, and another in the next', async () => {
    const first = await scan('bus1', '08:00:01');
    const other = await rideInstanceOver(here.store, here.clock);
    const second = await recordScan(other.needs, aRider('9'), aScan(here, 'bus1', clock('08:00:01')));
    expect(second).toMatchObject({ value: { minuteWord: first.minuteWord } });
    expect((await scan('bus1', '08:01:01')).minuteWord.word).not.toEqual(first.minuteWord.word);
  });
});

describe('meaning by mode', () => {
  test('W-11 metro: the station, then the carriage; each again when changing', async () => {
    expect((await scan('hankou', '08:00:00')).meaning).toBe('enter');
    expect((await scan('carriage', '08:21:00')).meaning).toBe('ride-carriage');
    expect(await scan('otherTrain', '08:40:00')).toMatchObject({ meaning: 'ride-carriage', flags: [] });
  });

  test('W-11 a carriage without an entry is stored and flagged', async () => {
    const { meaning, flags } = await scan('carriage', '08:21:00');
    expect({ meaning, flags }).toEqual({ meaning: 'ride-carriage', flags: ['no-entry'] });
  });

  test('W-13 W-15 in a taxi one registers for a party, on a bus each for themselves', async () => {
    expect((await scan('taxi', '08:00:00', { party: 3 })).party).toBe(3);
    expect((await scan('bus1', '08:30:00', { party: 3 })).party).toBe(1);
    expect((await kept()).map(({ party }) => party)).toEqual([3, 1]);
  });

  test('W-14 ferry: the gate, then the ship', async () => {
    expect((await scan('gate', '09:05:00')).meaning).toBe('enter');
    expect((await scan('ship', '09:12:00')).meaning).toBe('board');
  });

  test('W-16 every trip is scanned anew, transfers included; a repeat says so', async () => {
    const meanings = [];
    for (const [place, time] of [
      ['bus1', '08:00:00'],
      ['bus1', '08:01:00'],
      ['bus2', '08:30:00'],
      ['bus2', '08:50:00'],
    ] as const)
      meanings.push((await scan(place, time)).meaning);
    expect(meanings).toEqual(['board', 'repeat', 'board', 'alight']);
  });

  test.each([
    ['bus1', 'a day that begins at three', '2022-06-02', '2022-06-02'],
    ['north', 'a day that begins at midnight', '2022-06-02', '2022-06-03'],
  ] as const)('W-10 %s across midnight in Shanghai is one ride: %s', async (place, _day, first, second) => {
    expect((await scan(place, '23:50:00')).meaning).toBe('board');
    const at = clock('00:20:00', '2022-06-03');
    here.clock.set(at);
    expect((await replyTo(aScan(here, place, at))).meaning).toBe('alight');
    const days = [...(await kept('2022-06-02')), ...(await kept('2022-06-03'))].map(({ day }) => day);
    expect(days).toEqual([first, second]);
  });

  test('the day turns over at three, not before', async () => {
    await scan('bus1', '03:00:00');
    await scan('bus2', '02:59:59');
    expect((await kept('2022-06-01')).map(({ venueId }) => venueId)).toEqual(['bus-2']);
    expect((await kept('2022-06-02')).map(({ venueId }) => venueId)).toEqual(['bus-1']);
  });

  test('other riders’ scans have no say', async () => {
    await scan('bus1', '08:00:00', {}, aRider('someone-else'));
    expect((await scan('bus1', '08:10:00')).meaning).toBe('board');
  });
});

describe('exactly once', () => {
  test('X-01 the same scan again is answered byte for byte the same, also much later', async () => {
    const yellow = aRider('5', { eligibility: anEligibility({ identity: true, status: aStatus('yellow') }) });
    here.clock.set(clock('08:00:00'));
    const input = aScan(here, 'hankou', clock('08:00:00'), {
      position: { lat: 30.6, lng: 114.25, accuracyMetres: 20 },
    });
    const first = JSON.stringify(await replyTo(input, yellow));
    for (const later of ['08:00:07', '08:40:00', '21:00:00']) {
      here.clock.set(clock(later));
      const healed = { ...yellow, eligibility: rider.eligibility, maskedName: '别**' };
      expect(JSON.stringify(await replyTo({ ...input, sentAt: clock(later) }, healed))).toBe(first);
    }
    expect(await kept()).toHaveLength(1);
  });

  test('X-01 ten deliveries at once, on two instances: one effect, one answer', async () => {
    here.clock.set(clock('08:00:00'));
    const input = aScan(here, 'bus1', clock('08:00:00'));
    const other = await rideInstanceOver(here.store);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, i) => {
        here.clock.set(clock('08:00:00') + i);
        return recordScan(i % 2 ? other.needs : here.needs, rider, { ...input, sentAt: input.sentAt + i });
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true, value: { meaning: 'board' } });
    expect(await kept()).toHaveLength(1);
  });

  test('another body under the same id is a conflict and changes nothing', async () => {
    here.clock.set(clock('08:00:00'));
    const input = aScan(here, 'taxi', clock('08:00:00'), { party: 2 });
    await replyTo(input);
    const before = JSON.stringify(await kept());
    expect(await codeOfFailure({ ...input, party: 3 })).toBe('scan-conflict');
    expect(await codeOfFailure({ ...input, code: here.codeOf(places.bus1) })).toBe('scan-conflict');
    expect(JSON.stringify(await kept())).toBe(before);
  });

  test('another rider under the same id is a conflict and is shown nothing', async () => {
    here.clock.set(clock('08:00:00'));
    const input = aScan(here, 'bus1', clock('08:00:00'));
    await replyTo(input);
    expect(await codeOfFailure(input, aRider('thief'))).toBe('scan-conflict');
  });

  test('a rider who was authenticated between two tries gets the first answer', async () => {
    here.clock.set(clock('08:00:00'));
    const input = aScan(here, 'bus1', clock('08:00:00'));
    const first = await replyTo(input, aStranger('6'));
    expect(await replyTo(input, aRider('6'))).toEqual(first);
    expect(await kept()).toHaveLength(1);
  });

  test('a repeat scan costs at most one read and one write, and a try again one read', async () => {
    const counting = countingStore(here.store);
    const { needs } = await rideInstanceOver(counting.store, here.clock);
    const send = (input: ScanInput) => recordScan(needs, rider, input);
    await send(aScan(here, 'bus1', clock('08:00:00')));
    counting.calls.length = 0;
    const again = aScan(here, 'bus1', clock('08:00:03'));
    here.clock.set(clock('08:00:03'));
    await send(again);
    expect(counting.calls).toEqual(['find scans', 'insert scans']);
    await send(again);
    expect(counting.calls).toEqual(['find scans', 'insert scans', 'find scans']);
  });

  test('near the day’s start the day before is read beside it: one question for each rider’s day, so that none grows with what they scanned', async () => {
    const counting = countingStore(here.store);
    const { needs } = await rideInstanceOver(counting.store, here.clock);
    here.clock.set(clock('03:10:00'));
    await recordScan(needs, rider, aScan(here, 'bus1', clock('03:10:00')));
    counting.calls.length = 0;
    await recordScan(needs, rider, aScan(here, 'bus1', clock('03:10:00')));
    expect(counting.calls).toEqual(['find scans', 'find scans', 'insert scans']);
  });
});

describe('what is not registered', () => {
  test.each([
    ['a day slow', -86_400_000],
    ['a day fast', 86_400_000],
    ['six minutes slow', -360_000],
    ['six minutes fast', 360_000],
  ])('a phone whose clock is %s is told so, and nothing is stored', async (_why, off) => {
    here.clock.set(clock('08:00:00'));
    expect(await codeOfFailure(aScan(here, 'bus1', clock('08:00:00') + off))).toBe('clock-wrong');
    expect(await here.store.days(scans)).toEqual([]);
  });

  test('after correcting its clock the phone is believed, and the correction is told', async () => {
    const { flags } = await scan('bus1', '08:00:00', { clockOffsetMs: 86_400_000 });
    expect(flags).toEqual(['clock-corrected']);
  });

  test('an id of another instant, and a scan after its sending, are a wrong clock', async () => {
    here.clock.set(clock('08:00:00'));
    const input = aScan(here, 'bus1', clock('08:00:00'));
    expect(await codeOfFailure({ ...input, scanId: idAt(clock('07:59:59')) })).toBe('clock-wrong');
    expect(await codeOfFailure({ ...input, sentAt: input.sentAt - 1 })).toBe('clock-wrong');
    expect(idTime(input.scanId)).toBe(input.scannedAt);
  });

  test('W-17 W-18 revoked, forged, foreign and unknown codes say so and record nothing', async () => {
    here.clock.set(clock('08:00:00'));
    const good = here.codeOf(places.bus1);
    const forged = `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`;
    const send = (code: string) => codeOfFailure(aScan(here, 'bus1', clock('08:00:00'), { code }));
    expect(await send(here.codeOf(places.old))).toBe('code-revoked');
    expect(await send(here.codeOf({ ...places.bus1, generation: 3 }))).toBe('code-revoked');
    expect(await send(forged)).toBe('code-forged');
    expect(await send('https://example.com/menu')).toBe('code-unknown');
    const beijing = await codeSignerOf(keyFileService(new Uint8Array(32).fill(8)));
    const theirs = beijing.sign({ city: '110000', serial: 1, generation: 0, demonstration: false });
    expect(await send(theirs)).toBe('code-foreign');
    expect(await here.store.days(scans)).toEqual([]);
  });

  test('a code revoked after the scan still gives the first answer, and no new one', async () => {
    const first = await scan('bus1', '08:00:00', { scanId: idAt(clock('08:00:00')) });
    const held = await here.store.get(venues, 'bus-1');
    if (held) await here.store.update(venues, { ...places.bus1, revoked: true }, held._v);
    here.clock.set(clock('08:00:30'));
    const { scanId } = first;
    const again = aScan(here, 'bus1', first.scannedAt, { scanId, sentAt: clock('08:00:30') });
    expect(await replyTo(again)).toEqual(first);
    expect(await codeOfFailure(aScan(here, 'bus1', clock('08:00:30')))).toBe('code-revoked');
  });

  test('X-01 seven days offline are taken, a moment more is too old', async () => {
    const at = clock('08:00:00');
    here.clock.set(at + 7 * 86_400_000);
    expect((await replyTo(aScan(here, 'bus1', at, { sentAt: here.clock.now() }))).flags).toEqual(['late', 'unsigned']);
    expect(await codeOfFailure(aScan(here, 'bus1', at - 1, { sentAt: here.clock.now() }))).toBe('scan-too-old');
  });

  test('X-03 a day whose key was destroyed takes no more scans', async () => {
    await here.needs.vault.destroyDay('420100', '2022-06-01');
    const late = aScan(here, 'bus1', clock('12:00:00', '2022-06-01'), { sentAt: clock('08:00:00') });
    here.clock.set(clock('08:00:00'));
    expect(await codeOfFailure(late)).toBe('scan-too-old');
  });
});

describe('late scans and flags', () => {
  test('X-01 out of order: each is answered by what was known, both are late', async () => {
    here.clock.set(clock('12:00:00'));
    const send = (time: string) => replyTo(aScan(here, 'bus1', clock(time), { sentAt: clock('12:00:00') }));
    const second = await send('08:25:00');
    const first = await send('08:00:00');
    expect([second, first].map(({ meaning }) => meaning)).toEqual(['board', 'board']);
    expect([second, first].map(({ flags }) => flags)).toEqual([
      ['late', 'unsigned'],
      ['late', 'unsigned'],
    ]);
  });

  test('a late scan is judged by the facts of its own time', async () => {
    const then = aStatus('green', { expiresAt: clock('09:00:00') });
    const who = aRider('7', { eligibility: anEligibility({ identity: true, status: then }) });
    here.clock.set(clock('12:00:00'));
    const late = aScan(here, 'bus1', clock('08:00:00'), { sentAt: clock('12:00:00') });
    expect((await replyTo(late, who)).verdict.decision).toBe('admit');
    expect((await replyTo(aScan(here, 'bus1', clock('12:00:00')), who)).verdict.reasons).toMatchObject([
      { code: 'status-expired' },
    ]);
  });

  test('a phone some seconds slow does not make a fresh status one of the future', async () => {
    const fresh = aStatus('green', { issuedAt: clock('08:00:04') });
    const who = aRider('8', { eligibility: anEligibility({ identity: true, status: fresh }) });
    here.clock.set(clock('08:00:05'));
    expect((await replyTo(aScan(here, 'bus1', clock('08:00:00')), who)).verdict.decision).toBe('admit');
  });

  test('X-16 thirty kilometres in four minutes, and a phone far from the station', async () => {
    await scan('hankou', '08:00:00');
    const position = { lat: 30.4, lng: 114.25, accuracyMetres: 50 };
    expect((await scan('east', '08:04:00', { position })).flags).toEqual(['impossible-travel', 'far-from-venue']);
  });

  test('X-16 a phone far from the line of a bus, and one beside it; where no stops were brought in nobody is far', async () => {
    const flagsAt = async (lat: number, time: string) =>
      (await scan('bus1', time, { position: { lat, lng: 114.3, accuracyMetres: 50 } })).flags;
    expect(await flagsAt(31, '08:00:00')).toEqual([]);
    const stops = [30.5, 30.55].map((lat, at) => ({
      stopId: `s${at}`,
      name: { zh: '站', en: 'Stop' },
      lat,
      lng: 114.3,
    }));
    await here.store.insert(lineStops, { _id: '420100.L1', city: '420100', lineId: 'L1', stops });
    here.clock.set(clock('09:00:00'));
    expect([await flagsAt(31, '09:00:00'), await flagsAt(30.52, '09:00:30')]).toEqual([['far-from-venue'], []]);
  });
});

test('X-03 a record names nobody: no id of a person or an account, no name, no place, no time of a status', async () => {
  const red = { ...rider, eligibility: { ...rider.eligibility, status: aStatus('red') } };
  await scan('bus1', '08:00:00', { position: { lat: 30.123456, lng: 114, accuracyMetres: 1 } }, red);
  const text = JSON.stringify(await kept());
  const times = Object.values(aStatus('red')).filter(Number).map(String);
  expect(times).toHaveLength(2);
  for (const value of ['per-1', 'acc-1', '演', '30.123456', rider.sessionId, ...times])
    expect(text).not.toContain(value);
});
