import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { liveOn, liveYesterday, makePeople, newState, openState, readNetwork, saveState } from '@tongcheng/city';
import type { YesterdayOptions } from '@tongcheng/city/simulation/options';
import { dayMs, dayStart, type Instant } from '@tongcheng/shared/time';
import { holdIntervals } from '../world/clock';
import { until } from '../world/until';
import { type SmallProduct, smallProduct } from './small-product';

jest.setTimeout(60_000);

const network = readNetwork(join(__dirname, '../../cities/420100'));
const people = makePeople('wuhan', 260);
const day = '2026-11-20';
const posters = { codeOf: (venueId: string) => `HTTPS://TEST/R/${venueId}Z` };
const subjectOf = new Map(people.map(({ index, subject }) => [index, subject]));
const red = new Set(people.filter(({ health }) => health.colour === 'red').map(({ subject }) => subject));

interface Town {
  readonly product: SmallProduct;
  readonly options: YesterdayOptions;
  readonly steps: Instant[];
}

const town = (more: Partial<YesterdayOptions> = {}): Town => {
  const steps: Instant[] = [];
  const product = smallProduct(
    () => steps[steps.length - 1] ?? 0,
    (subject) => red.has(subject),
  );
  const { transport, signInCode } = product;
  const setClock = (at: Instant) => void steps.push(at);
  const living = { seed: 'wuhan', posters, people, network, journeys: 500, keepLedger: true, state: newState() };
  return { product, steps, options: { ...living, transport, signInCode, day, setClock, ...more } };
};

describe('a day lived fast', () => {
  it('writes into the ledger exactly what the product stored', async () => {
    const { product, options } = town();
    const ledger = await liveYesterday(options);
    expect(ledger.scans.length).toBeGreaterThan(900);
    expect(ledger.acknowledged).toBe(ledger.scans.length);
    expect(new Set(ledger.scans.map(({ scanId }) => scanId)).size).toBe(ledger.scans.length);
    expect(ledger.scans.length).toBe(product.stored.size);
    for (const scan of ledger.scans) {
      const stored = product.stored.get(scan.scanId);
      expect(stored?.subject).toBe(subjectOf.get(scan.personIndex));
      expect([stored?.venue.venueId, stored?.scannedAt]).toEqual([scan.venueId, scan.scannedAt]);
    }
  });

  it('sets a clock that never goes back and stays within the day, and says how far it is', async () => {
    const said: number[] = [];
    const { options, steps } = town({ say: (done) => void said.push(done) });
    await liveYesterday(options);
    expect(steps.filter((at, index) => at < (steps[index - 1] ?? 0))).toEqual([]);
    expect(steps[0]).toBe(dayStart(day));
    expect(steps[steps.length - 1]).toBeLessThan(dayStart(day) + dayMs);
    expect(said[said.length - 1]).toBe(500);
  });

  it('is the same day again for the same seed', async () => {
    const [one, other] = [town(), town()];
    const ledgers = [await liveYesterday(one.options), await liveYesterday(other.options)];
    const lines = ledgers.map(({ scans }) => scans.map((s) => `${s.personIndex} ${s.venueId} ${s.scannedAt}`).sort());
    expect(lines[0]).toEqual(lines[1]);
  });

  it('W-03, W-04 enrols each rider once; strangers and those turned away do not ride on', async () => {
    const { product, options } = town();
    const ledger = await liveYesterday(options);
    const seen = new Set(ledger.scans.map(({ personIndex }) => personIndex));
    const strangers = people.filter(({ index, enrolment }) => seen.has(index) && enrolment !== 'authenticates');
    const carded = people.filter(
      ({ index, cards, enrolment }) => seen.has(index) && cards.length > 0 && enrolment === 'authenticates',
    );
    expect(strangers.length).toBeGreaterThan(0);
    expect(product.calls.get('identity.sign-in')).toBe(seen.size);
    expect(product.calls.get('identity.verify-identity')).toBe(seen.size - strangers.length);
    expect(product.calls.get('cards.bind-card')).toBe(carded.length);
    const refused = ledger.scans.filter(({ decision }) => decision === 'refuse');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.some(({ meaning }) => meaning === 'alight')).toBe(false);
  });

  it('W-18 meets dead and false codes, which are refused and record nothing', async () => {
    const revoked = 'HTTPS://TEST/R/hangs-still-though-revoked';
    const { product, options } = town({ journeys: 1_500, posters: { ...posters, revokedCodes: () => [revoked] } });
    const ledger = await liveYesterday(options);
    for (const code of ['code-forged', 'code-revoked']) {
      expect(ledger.refusedByCode[code]).toBeGreaterThan(0);
      expect(ledger.refused.filter((act) => act.code === code).length).toBe(ledger.refusedByCode[code]);
    }
    expect(product.stored.size).toBe(ledger.scans.length);
  });

  it('X-01 phones whose clock is hours off correct it and lose no scan', async () => {
    const wrong = people.map((one) => ({ ...one, habits: { ...one.habits, phoneClockOffMs: 7_200_000 } }));
    const { product, options, steps } = town({ people: wrong, journeys: 200 });
    const ledger = await liveYesterday(options);
    expect(ledger.scans.length).toBeGreaterThan(300);
    expect(ledger.scans.length).toBe(product.stored.size);
    const end = steps[steps.length - 1] ?? 0;
    expect(ledger.scans.every(({ scannedAt }) => scannedAt >= dayStart(day) && scannedAt <= end)).toBe(true);
  });

  it('X-01 while the product is away scans are kept; afterwards each arrives once', async () => {
    const { product, options, steps } = town({
      setClock: (at) => {
        steps.push(at);
        product.away = at > dayStart(day) + 8 * 3_600_000 && at < dayStart(day) + 9 * 3_600_000;
      },
    });
    const ledger = await liveYesterday(options);
    const calm = await liveYesterday(town().options);
    const scans = (kept: typeof ledger) => kept.scans.length + kept.kept;
    expect(product.calls.get('rides.record-batch')).toBeGreaterThan(10);
    expect(ledger.scans.length).toBe(product.stored.size);
    expect(scans(ledger)).toBeGreaterThanOrEqual(scans(calm));
  });
});

describe('others than the rider act', () => {
  const many = makePeople('wuhan', 1_500);
  const helped = new Set(many.filter(({ helpedBy }) => helpedBy).map(({ index }) => index));
  const withHelp = async (journeys: number) => {
    const state = newState();
    const { product, options } = town({ people: many, journeys, state });
    const ledger = await liveYesterday({ ...options, invite: product.invite });
    return { product, ledger, state };
  };
  let lived: Awaited<ReturnType<typeof withHelp>>;
  beforeAll(async () => {
    lived = await withHelp(4_000);
  });

  it('W-19 W-20 X-09 W-32 staff, community workers and families act in plausible shares, and whoever acted is named as made up', () => {
    const { product, ledger } = lived;
    const { scans, help } = ledger;
    expect(product.stored.size).toBe(scans.length);
    const share = (count: number) => count / scans.length;
    const byStaff = scans.filter(({ by }) => typeof by === 'object');
    expect([byStaff.length, scans.filter(({ by }) => by === 'family').length]).toEqual([
      help.registered,
      help.forFamily,
    ]);
    expect(share(help.registered)).toBeGreaterThan(0.004);
    expect(share(help.registered)).toBeLessThan(0.03);
    expect(share(help.forFamily)).toBeGreaterThan(0.004);
    expect(share(help.forFamily)).toBeLessThan(0.05);
    expect(help.byCommunityWorkers).toBeGreaterThan(0);
    expect(help.byCommunityWorkers).toBeLessThan(help.registered / 2);
    const refused = scans.filter(({ decision }) => decision === 'refuse').length;
    expect(help.letOn).toBeGreaterThan(0);
    expect(help.letOn).toBeLessThan(refused / 5);
    expect(help.turnedAway).toBeGreaterThan(0);
    expect(share(help.turnedAway)).toBeLessThan(0.006);
    expect(help.refusedByCode).toEqual({});
    for (const { by } of byStaff) expect(typeof by === 'object' && by.name).toMatch(/（模拟）$/);
    expect(scans.filter(({ decided }) => decided).length).toBe(help.letOn + help.turnedAway);
  });

  it('nobody without a phone scans by themselves; whoever staff turned away does not ride on, whoever was let on does', () => {
    const { ledger } = lived;
    const own = ledger.scans.filter(({ by, personIndex }) => by === 'rider' && helped.has(personIndex));
    expect(own).toEqual([]);
    const away = ledger.scans.filter(({ decided }) => decided?.outcome === 'refused');
    expect(away.every(({ decision }) => decision !== 'refuse')).toBe(true);
    const letOn = ledger.scans.filter(({ decided }) => decided?.outcome === 'let-on');
    expect(letOn.every(({ decision }) => decision === 'refuse')).toBe(true);
  });

  it('is the same day again for the same seed, whoever acts', async () => {
    const lines = ({ scans }: Awaited<ReturnType<typeof withHelp>>['ledger']) =>
      scans.map(({ scanId, venueId, by, decided }) => JSON.stringify([scanId, venueId, by, decided])).sort();
    expect(lines((await withHelp(1_000)).ledger)).toEqual(lines((await withHelp(1_000)).ledger));
  });

  it('each post signs in once a shift; without invitations everybody has a phone', async () => {
    const { product, state } = lived;
    const accepted = product.calls.get('oversight.accept-invitation') ?? 0;
    expect(accepted).toBe(Object.keys(state.staff ?? {}).length);
    expect(accepted).toBeGreaterThan(3);
    const plain = town({ people: many, journeys: 400 });
    const { help } = await liveYesterday(plain.options);
    expect([help.registered, help.forFamily, help.letOn, help.turnedAway]).toEqual([0, 0, 0, 0]);
    expect(plain.product.calls.get('oversight.accept-invitation')).toBeUndefined();
  });
});

describe('what the city remembers', () => {
  it('goes on with the same riders after a start: nobody signs in or authenticates again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'city-'));
    const { product, options } = town();
    await liveYesterday(options);
    saveState(join(folder, 'city.json'), options.state);
    const state = openState(join(folder, 'city.json'));
    rmSync(folder, { recursive: true });
    expect(state).toEqual(options.state);
    expect(state.livedDay).toBe(day);
    const before = product.calls.get('identity.verify-identity');
    const lived = Object.keys(state.riders).length;
    await liveYesterday({ ...options, state, day: '2026-11-21' });
    const newcomers = Object.keys(state.riders).length - lived;
    expect(product.calls.get('identity.sign-in')).toBe(lived + newcomers);
    expect((product.calls.get('identity.verify-identity') ?? 0) - (before ?? 0)).toBeLessThanOrEqual(newcomers);
  });

  it('begins anew without a file, or with one that is no state', () => {
    expect(openState('/nowhere/city.json')).toEqual(newState());
    expect(openState(__filename)).toEqual(newState());
  });
});

describe('the present day', () => {
  afterEach(() => void jest.useRealTimers());

  it('goes on from now, delivers what phones kept, and stops when told', async () => {
    const { options, product, steps } = town({ journeys: 900 });
    await liveYesterday(options);
    const kept = Object.values(options.state.riders).reduce((sum, one) => sum + one.kept.length, 0);
    const from = dayStart('2026-11-21') + 10 * 3_600_000;
    let passedMs = 0;
    const clock = {
      now: () => {
        const at = from + passedMs;
        steps.push(at);
        return at;
      },
    };
    const tick = () => {
      passedMs += 60_000;
      jest.advanceTimersByTime(1_000);
    };
    holdIntervals();
    const stored = product.stored.size;
    const remembered: unknown[] = [];
    const keep = (state: unknown) => void remembered.push(state);
    const present = liveOn({ ...options, clock, speed: 4, suppliesAfterMs: 0, keep });
    await until(() => {
      tick();
      const { scans } = present.ledger();
      return scans.length > 50 && scans.some(({ scannedAt }) => scannedAt < dayStart('2026-11-21'));
    });
    await present.stop();
    const ledger = present.ledger();
    expect(kept).toBeGreaterThan(0);
    expect(ledger.scans.length).toBeGreaterThan(50);
    expect(product.stored.size - stored).toBe(ledger.scans.length);
    expect(ledger.scans.filter(({ scannedAt }) => scannedAt < dayStart('2026-11-21')).length).toBeGreaterThan(0);
    expect(remembered.at(-1)).toBe(options.state);
    const after = product.stored.size;
    expect(jest.getTimerCount()).toBe(0);
    for (let more = 0; more < 10; more += 1) {
      tick();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(product.stored.size).toBe(after);
  });
});
