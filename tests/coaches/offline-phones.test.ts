import { departureEvents } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import type { listDayDepartures } from '@tongcheng/shared/coaches/officials-api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { dayOf, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { Town } from '../world/town';
import { officialToken, signIn } from '../world/town-sessions';
import { newDeparture, openCoachTown, origin, type Staff, staffOf, typed } from './coach-town';

let town: Town;
beforeAll(async () => {
  town = await openCoachTown();
});
afterAll(() => town.close());

const phones = 20;
const departuresEach = 50;
const scannedEarly = 300;

/** Numbers that look random and are the same in each run. */
function chanceFrom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function shuffled<T>(all: readonly T[], chance: (below: number) => number): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(chance(left.length), 1));
}

type Delivery = { readonly city: string; readonly departureId: string; readonly event: object };

/** What a phone without network keeps of one departure: opened, recounted, left. */
function keptOf(departure: ReturnType<typeof newDeparture>, aboard: number): readonly Delivery[] {
  const { departureId, event, id } = departure;
  const at = event.at + minuteMs;
  const told = [
    event,
    { kind: 'aboard-counted', eventId: id(), at, aboard },
    { kind: 'departed', eventId: id(), at: at + minuteMs },
  ];
  return told.map((each) => ({ city: origin, departureId, event: each }));
}

const deliver = async ({ token }: Staff, deliveries: readonly Delivery[]) => {
  const told = await town.ask('coaches.deliver-events', { deliveries }, token);
  expect(JSON.stringify(told)).not.toContain('"ok":false');
};

type Day = OutputOf<typeof listDayDepartures>;

async function allDepartures(day: string): Promise<Day['departures']> {
  const all: Day['departures'] = [];
  const token = officialToken(town, ['bureau'], [origin]);
  for (let after: string | undefined; ; ) {
    const input = { city: origin, day, limit: 200, ...(after !== undefined && { after }) };
    const told = await town.ask('coaches.list-day-departures', input, token);
    if (!told.ok) throw new Error(JSON.stringify(told));
    const page: Day = JSON.parse(JSON.stringify(told.value));
    all.push(...page.departures);
    after = page.next;
    if (after === undefined) return all;
  }
}

test('X-01 L-10 a thousand departures of phones without network, delivered late, in any order, parts of them twice: none lost, none doubled', async () => {
  const chance = chanceFrom(20_261_130);
  const day = dayOf(town.needs.clock.now() + hourMs);
  const crews = await Promise.all(
    Array.from({ length: phones }, (_, number) => staffOf(town, 'driver', origin, `operator-${number}`)),
  );
  const departures = crews.flatMap((crew) =>
    Array.from({ length: departuresEach }, () => ({ crew, departure: newDeparture(town, crew) })),
  );
  // Codes hold at once: passengers scan before anything of the departure arrived here.
  const guests = await Promise.all([1, 2, 3].map(async (number) => (await signIn(town, number)).accessToken));
  for (const [number, { departure }] of departures.slice(0, scannedEarly).entries()) {
    const told = await departure.register(guests[number % guests.length] ?? '', typed(number));
    expect(told.ok).toBe(true);
  }
  town.pass(3 * hourMs);
  const kept = departures.flatMap(({ crew, departure }, number) =>
    keptOf(departure, number % 40).map((delivery) => ({ crew, delivery })),
  );
  const waves = crews.flatMap((crew) => {
    const own = shuffled(
      kept.filter((each) => each.crew === crew),
      chance,
    ).map(({ delivery }) => delivery);
    const batches = Array.from({ length: Math.ceil(own.length / 50) }, (_, at) => own.slice(at * 50, at * 50 + 50));
    // An answer in three is lost on its way: the phone sends the same once more.
    return batches.flatMap((batch) =>
      chance(3) === 0
        ? [
            { crew, batch },
            { crew, batch },
          ]
        : [{ crew, batch }],
    );
  });
  const sent = shuffled(waves, chance);
  for (let at = 0; at < sent.length; at += phones)
    await Promise.all(sent.slice(at, at + phones).map(({ crew, batch }) => deliver(crew, batch)));

  expect(sent.length).toBeGreaterThan(kept.length / 50);
  const listed = await allDepartures(day);
  expect(listed.map(({ departureId }) => departureId).sort()).toEqual(
    departures.map(({ departure }) => departure.departureId).sort(),
  );
  const numberOf = new Map(departures.map(({ departure }, number) => [departure.departureId, number]));
  for (const { departureId, phase, figures, unfitting, aboardSaid } of listed) {
    const number = numberOf.get(departureId) ?? -1;
    expect({ departureId, phase, aboard: figures.aboard, registered: figures.registered }).toEqual({
      ...{ departureId, phase: 'departed', aboard: number % 40, registered: number < scannedEarly ? 1 : 0 },
    });
    expect({ departureId, unfitting, said: aboardSaid.length }).toEqual({ departureId, unfitting: 0, said: 2 });
  }
  let records = 0;
  for await (const batch of town.needs.store.stream(departureEvents, { where: { day, city: origin } }))
    records += batch.length;
  expect(records).toBe(kept.length + scannedEarly);
});
