import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { positionChoice, positionRecord } from '../../miniprogram/src/client/phone-position';
import { createScanFlow } from '../../miniprogram/src/features/rides/scan-flow';
import { roughPosition } from '../../miniprogram/src/platform/device/rough-position';
import { aVenueView } from '../world/records';
import { aPhone, good, serverStart, sessionOf } from './a-phone';

const bus = aVenueView();
const place: RoughPosition = { lat: 30.585, lng: 114.307, accuracyMetres: 130 };

/** A flow over a phone whose platform answers with these places, one for each time it is asked. */
function aRider(answers: readonly (RoughPosition | undefined)[]) {
  let now = serverStart;
  let asked = 0;
  const sent: unknown[] = [];
  const phone = aPhone(
    ({ name, body }) => {
      if (name === 'identity.sign-in') return good(sessionOf('1', serverStart), serverStart);
      if (name === 'venues.look-at-code') return good(bus, serverStart);
      sent.push(body);
      return good({ scanId: 'x', venue: bus }, serverStart);
    },
    {
      phoneNow: () => now,
      readPosition: async () => {
        asked += 1;
        return answers[asked - 1];
      },
    },
  );
  let confirm = () => {};
  const flow = createScanFlow({
    ...phone,
    randomBytes: async (size) => new Uint8Array(size),
    wait: (_ms, act) => {
      confirm = act;
      return () => undefined;
    },
  });
  const scan = async () => {
    flow.again();
    flow.read('BUS1');
    await settle();
    confirm();
    await settle();
    return sent.at(-1);
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { phone, scan, pass, asked: () => asked };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('X-16 a scan carries the rough place once the rider allows it, and not before', async () => {
  const { phone, scan, asked } = aRider([place]);
  expect(await scan()).not.toHaveProperty('position');
  expect(asked()).toBe(0);
  phone.records.write(positionRecord, positionChoice(true));
  expect(await scan()).toMatchObject({ position: place });
  phone.records.write(positionRecord, positionChoice(false));
  expect(await scan()).not.toHaveProperty('position');
  expect(asked()).toBe(1);
});

test('X-16 where the platform says no a scan goes without, and it is not asked again and again', async () => {
  const { phone, scan, pass, asked } = aRider([undefined, place]);
  phone.records.write(positionRecord, positionChoice(true));
  expect(await scan()).not.toHaveProperty('position');
  pass(600_000);
  expect(await scan()).not.toHaveProperty('position');
  expect(asked()).toBe(1);
});

test('X-16 a place is good for two minutes; then the platform is asked anew', async () => {
  const later = { ...place, lat: 30.6 };
  const { phone, scan, pass, asked } = aRider([place, later]);
  phone.records.write(positionRecord, positionChoice(true));
  expect(await scan()).toMatchObject({ position: place });
  pass(60_000);
  expect(await scan()).toMatchObject({ position: place });
  expect(asked()).toBe(1);
  pass(61_000);
  expect(await scan()).toMatchObject({ position: later });
});

test('X-16 W-29 no more than some hundred metres leaves the phone, whatever the platform tells', () => {
  expect(roughPosition(30.5854321, '114.3066789', 20)).toEqual({ lat: 30.585, lng: 114.307, accuracyMetres: 120 });
  expect(roughPosition(30.5, 114.3, undefined)).toEqual({ lat: 30.5, lng: 114.3, accuracyMetres: 100 });
  expect(roughPosition(30.5, 114.3, 1e9)?.accuracyMetres).toBe(100_000);
  for (const [lat, lng] of [
    [undefined, 114],
    [91, 114],
    [30, 181],
    [Number.NaN, Number.NaN],
  ])
    expect(roughPosition(lat, lng, 10)).toBeUndefined();
});
