import { codeBody } from '@tongcheng/shared/venues/ride-code';
import { formatShortCode } from '@tongcheng/shared/venues/short-code';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { createScanFlow, shownMs } from '../../miniprogram/src/features/rides/scan-flow';
import { fetchLineBook } from '../../miniprogram/src/features/rides/use-line-book';
import { rememberVenue } from '../../miniprogram/src/features/rides/venue-cache';
import { aVenueView } from '../world/records';
import { aPhone, bad, good, serverStart, sessionOf } from './a-phone';

const bus = aVenueView();
const taxi = aVenueView({ venueId: 'T1', mode: 'taxi' });

/** A posted code as a camera reads it; the phone cannot check its signature. */
const postedCode = (serial: number, host = 'HTTPS://TC.EXAMPLE') => {
  const fields = { demonstration: false, keyId: 5, city: '420100', serial, generation: 0 };
  return `${host}/R/${codeBody(fields)}${'7'.repeat(16)}`;
};

/** A flow over a service played here, with waiting that the test lets pass. */
function aFlow(venue: VenueView | undefined, reachable = true) {
  let now = serverStart;
  const sent: unknown[] = [];
  const waits: { ms: number; act: () => void; off: boolean }[] = [];
  const phone = aPhone(
    ({ name, body }) => {
      if (!reachable) return undefined;
      if (name === 'identity.sign-in') return good(sessionOf('1', serverStart), serverStart);
      if (name === 'venues.look-at-code')
        return venue ? good(venue, serverStart) : bad('code-unknown', 'after-change', serverStart);
      sent.push(body);
      return good({ scanId: 'x', venue }, serverStart);
    },
    { phoneNow: () => now },
  );
  const flow = createScanFlow({
    ...phone,
    randomBytes: async (size) => new Uint8Array(size),
    wait: (ms, act) => {
      const waiting = { ms, act, off: false };
      waits.push(waiting);
      return () => {
        waiting.off = true;
      };
    },
  });
  const pass = () => {
    for (const waiting of waits.splice(0)) if (!waiting.off) waiting.act();
  };
  const waitDays = (days: number) => {
    now += days * 86_400_000;
  };
  return { flow, sent, waits, pass, phone, waitDays };
}

/** Everything that waits for nothing but promises has run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('W-17 a code is shown for half a second and then goes by itself', async () => {
  const { flow, sent, waits, pass } = aFlow(bus);
  flow.read('BUS1');
  await settle();
  expect(flow.state().at).toBe('showing');
  expect(waits.map(({ ms }) => ms)).toEqual([shownMs.ordinary]);
  expect(sent).toHaveLength(0);
  pass();
  await settle();
  expect(flow.state()).toMatchObject({ at: 'done', outcome: { is: 'recorded' } });
  expect(sent).toHaveLength(1);
});

test('cancelled in time, nothing is recorded and the camera waits', async () => {
  const { flow, sent, pass } = aFlow(bus);
  flow.read('BUS1');
  await settle();
  flow.cancel();
  pass();
  await settle();
  expect(flow.state().at).toBe('paused');
  expect(sent).toHaveLength(0);
});

test('cancelled while the service is asked, its late answer changes nothing', async () => {
  const { flow, sent, pass } = aFlow(bus);
  flow.read('BUS1');
  flow.cancel();
  await settle();
  pass();
  await settle();
  expect(flow.state().at).toBe('paused');
  expect(sent).toHaveLength(0);
});

test('W-15 in a taxi the rider may say how many; touching it stops the time, the button sends', async () => {
  const { flow, sent, waits, pass } = aFlow(taxi);
  flow.read('TAXI');
  await settle();
  expect(waits.map(({ ms }) => ms)).toEqual([shownMs.taxi]);
  flow.setParty(3);
  pass();
  await settle();
  expect(sent).toHaveLength(0);
  flow.confirm();
  await settle();
  expect(sent).toMatchObject([{ party: 3, code: 'TAXI' }]);
});

test('the camera reading the same code many times makes one scan', async () => {
  const { flow, sent, pass } = aFlow(bus);
  for (let time = 0; time < 10; time += 1) flow.read('BUS1');
  await settle();
  flow.read('BUS1');
  pass();
  flow.read('BUS1');
  await settle();
  flow.read('BUS1');
  await settle();
  expect(sent).toHaveLength(1);
});

test('W-18 a code that is none says so and records nothing; another may be read at once', async () => {
  const { flow, sent } = aFlow(undefined);
  flow.read('https://example.org');
  await settle();
  expect(flow.state()).toMatchObject({ at: 'refused', code: 'code-unknown' });
  expect(sent).toHaveLength(0);
  flow.read('another');
  expect(flow.state().at).toBe('identifying');
});

test('X-01 without network the code is not shown but kept, with the moment it was read', async () => {
  const { flow } = aFlow(bus, false);
  flow.read('BUS1');
  await settle();
  expect(flow.state()).toMatchObject({
    at: 'done',
    outcome: { is: 'kept', scan: { code: 'BUS1', scannedAt: serverStart } },
  });
});

describe('a repeat ride costs one request (decision 105)', () => {
  const ride = async (code: string, { flow, pass }: ReturnType<typeof aFlow>) => {
    flow.again();
    flow.read(code);
    await settle();
    pass();
    await settle();
  };

  test('a code scanned before is shown at once and asks the service once: to be recorded', async () => {
    const played = aFlow(bus);
    await ride(postedCode(7), played);
    played.phone.asked.length = 0;
    played.flow.again();
    played.flow.read(postedCode(7, 'https://another.example'));
    expect(played.flow.state()).toMatchObject({ at: 'showing', venue: bus });
    expect(played.waits.map(({ ms }) => ms)).toEqual([shownMs.ordinary]);
    played.pass();
    await settle();
    expect(played.flow.state()).toMatchObject({ at: 'done', outcome: { is: 'recorded' } });
    expect(played.phone.asked).toEqual(['rides.record-scan']);
  });

  test('another bus of a line that the rider took before is known too', async () => {
    const played = aFlow(bus);
    const venue = { ...bus, venueId: 'B2', lineId: 'L2' };
    const far = { ok: true, value: { city: '420100', lineId: 'L2', venues: [{ serial: 8, generation: 0, venue }] } };
    const asked: string[] = [];
    const rider = {
      call: async (name: string) => {
        asked.push(name);
        return Object(far);
      },
    };
    await fetchLineBook({ ...played.phone, rider }, venue);
    await fetchLineBook({ ...played.phone, rider }, venue);
    expect(asked).toEqual(['venues.line-book']);
    await ride(postedCode(8), played);
    expect(played.phone.asked).toEqual(['identity.sign-in', 'rides.record-scan']);
    await ride(postedCode(9), played);
    expect(played.phone.asked).toContain('venues.look-at-code');
  });

  test('cancelled, a known code causes no request about the scan at all', async () => {
    const played = aFlow(bus);
    rememberVenue(played.phone.records, postedCode(7), bus, serverStart);
    played.flow.read(postedCode(7));
    played.flow.cancel();
    played.pass();
    await settle();
    expect(played.flow.state().at).toBe('paused');
    expect(played.phone.asked.filter((name) => !name.startsWith('identity.'))).toEqual([]);
  });

  test('what was told a week ago is asked again, and so is another generation of the code', async () => {
    const played = aFlow(bus);
    await ride(postedCode(7), played);
    played.waitDays(7);
    played.phone.asked.length = 0;
    await ride(postedCode(7), played);
    expect(played.phone.asked).toContain('venues.look-at-code');
    const replaced = { demonstration: false, keyId: 5, city: '420100', serial: 7, generation: 1 };
    played.phone.asked.length = 0;
    await ride(`${codeBody(replaced)}${'7'.repeat(16)}`, played);
    expect(played.phone.asked).toContain('venues.look-at-code');
  });

  test('W-17 a typed short code is known again however it is written', () => {
    const { flow, phone } = aFlow(bus);
    const typed = formatShortCode(123_456);
    rememberVenue(phone.records, typed, bus, serverStart);
    flow.read(typed.toLowerCase().replace('-', ' '));
    expect(flow.state().at).toBe('showing');
  });

  test('a text that is no code is never taken from the book', () => {
    const { flow, phone } = aFlow(bus);
    rememberVenue(phone.records, 'https://example.org', bus, serverStart);
    flow.read('https://example.org');
    expect(flow.state().at).toBe('identifying');
  });
});
