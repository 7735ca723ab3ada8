import type { VenueView } from '@tongcheng/shared/venues/wire';
import { createScanFlow, shownMs } from '../../miniprogram/src/features/rides/scan-flow';
import { aPhone, bad, good, serverStart, sessionOf } from './a-phone';

const bus: VenueView = {
  venueId: 'B1',
  city: '420100',
  mode: 'bus',
  kind: 'vehicle',
  name: { zh: '2路', en: 'Line 2' },
};
const taxi: VenueView = { ...bus, venueId: 'T1', mode: 'taxi' };

/** A flow over a service played here, with waiting that the test lets pass. */
function aFlow(venue: VenueView | undefined, reachable = true) {
  const sent: unknown[] = [];
  const waits: { ms: number; act: () => void; off: boolean }[] = [];
  const phone = aPhone(({ name, body }) => {
    if (!reachable) return undefined;
    if (name === 'identity.sign-in') return good(sessionOf('1', serverStart), serverStart);
    if (name === 'venues.look')
      return venue ? good(venue, serverStart) : bad('code-unknown', 'after-change', serverStart);
    sent.push(body);
    return good({ scanId: 'x' }, serverStart);
  });
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
  return { flow, sent, waits, pass, phone };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

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
  expect(flow.state().at).toBe('looking');
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
