import { manifestOf } from '@tongcheng/shared/coaches/manifest';
import { placeFigures } from '@tongcheng/shared/coaches/place-figures';
import * as fc from 'fast-check';
import type { Town } from '../world/town';
import { signIn } from '../world/town-sessions';
import { codeOf, newDeparture, openCoachTown, origin, reached, staffOf, typed } from './coach-town';

jest.setTimeout(60_000);
let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
});
afterAll(() => town.close());

const stops = [{ name: '演示途经一' }, { name: '演示途经二' }];

test('L-02 passengers get on and off at stops: the crew see how many where, the passenger and the officer see from where to where', async () => {
  const crew = await staffOf(town, 'driver');
  const departure = newDeparture(town, crew, { stops });
  await departure.open();
  const rider = (await signIn(town, 6)).accessToken;
  expect(codeOf(await departure.register(rider, typed(61)))).toBe('ok');
  const own = await departure.register(rider, typed(62), { boardsAt: 1, alightsAt: 2 });
  expect(own.value).toMatchObject({ stops, own: [{}, { boardsAt: 1, alightsAt: 2 }] });
  const { by: _by, ...whom } = typed(63);
  const named = { city: origin, departureId: departure.departureId };
  const helped = { registrationId: departure.id(), ...named, at: town.needs.clock.now(), whom, boardsAt: 2 };
  expect(codeOf(await town.ask('coaches.register-for-passenger', helped, crew.token))).toBe('ok');
  const places = [
    { on: 1, off: 0 },
    { on: 1, off: 0 },
    { on: 1, off: 1 },
    { on: 0, off: 2 },
  ];
  expect((await departure.manifest()).value).toMatchObject({ departure: { places } });
  const officer = await staffOf(town, 'arrival-officer', reached, null);
  const opened = await town.ask('coaches.open-arrival', { sought: { by: 'departure', ...named } }, officer.token);
  expect(opened.value).toMatchObject({ rows: [{}, { boardsAt: 1, alightsAt: 2 }, { boardsAt: 2 }] });
});

test('a journey without stops tells of no places, and a place beyond the journey is refused by the form of the question', async () => {
  const departure = newDeparture(town, await staffOf(town, 'driver'));
  await departure.open();
  expect(JSON.stringify((await departure.manifest()).value)).not.toContain('"places"');
  const rider = (await signIn(town, 8)).accessToken;
  expect(codeOf(await departure.register(rider, typed(64), { boardsAt: 22 }))).toBe('invalid-input');
});

test('whatever places are named, everybody gets on once, and off once behind it', () => {
  const leg = fc.record({ boardsAt: fc.nat(6), alightsAt: fc.nat(6) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(leg, { maxLength: 12 }), fc.nat(4), (legs, count) => {
      const events = legs.map((each, order) => ({
        ...{ kind: 'registered', eventId: `e${order}`, at: order, by: 'a', passenger: `p${order}`, source: 'typed' },
        ...each,
      }));
      const told = events.map((event) => ({ ...event, kind: 'registered', source: 'typed' }) as const);
      const places = placeFigures(manifestOf(told), count);
      expect(places).toHaveLength(count + 2);
      let riding = 0;
      for (const { on, off } of places) {
        riding -= off;
        expect(riding).toBeGreaterThanOrEqual(0);
        riding += on;
      }
      expect(riding).toBe(0);
      expect(places.reduce((sum, { on }) => sum + on, 0)).toBe(legs.length);
      expect([places[0]?.off, places[count + 1]?.on]).toEqual([0, 0]);
    }),
  );
});
