import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePeople, readNetwork } from '@tongcheng/city';
import { planDay } from '@tongcheng/city/journeys/plan-day';
import type { PlannedJourney, PlannedScan } from '@tongcheng/city/journeys/planned-journey';
import type { Venue } from '@tongcheng/city/network/network';
import { upcomingFrom } from '@tongcheng/city/simulation/upcoming-events';
import { replayScans } from '@tongcheng/shared/rides/replay/replay-scans';
import { outsideService } from '@tongcheng/shared/rides/service-hours';
import { dayStart, hourMs, hourOf, minuteMs } from '@tongcheng/shared/time';
import { RideSettings } from '@tongcheng/shared/venues/city-settings';
import { z } from 'zod';
import { scanFacts } from '../world/records';

const folder = join(__dirname, '../../cities/420100');
jest.setTimeout(60_000);

const network = readNetwork(folder);
const people = makePeople('wuhan', 7_000);
const day = '2026-11-20';
const journeys = 20_000;
const plan = planDay({ seed: 'wuhan', day, people, network, journeys });
const venues = new Map(network.venues.map((venue) => [venue.venueId, venue]));
const venueOf = ({ venueId }: PlannedScan): Venue => {
  const venue = venues.get(venueId);
  if (!venue) throw new Error(`no venue ${venueId}`);
  return venue;
};
const { rides } = z
  .object({ rides: RideSettings })
  .parse(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')));

describe('the network', () => {
  it('has every line of the files, with vehicles; metro trains of several carriages', () => {
    expect(network.lines.filter(({ mode }) => mode === 'metro')).toHaveLength(13);
    expect(network.lines.filter(({ mode }) => mode === 'bus').length).toBeGreaterThan(100);
    const [metro] = network.lines;
    expect(metro?.vehicles.every((train) => train.length === 4)).toBe(true);
    expect(network.docks.every(({ windows, gates }) => windows.length + gates.length > 0)).toBe(true);
    expect(network.taxis.length).toBeGreaterThan(100);
  });

  it('finds the venue of every station of the metro', () => {
    const stops = network.lines.filter(({ mode }) => mode === 'metro').flatMap((line) => line.stops);
    expect(stops.length).toBeGreaterThan(277);
    expect(stops.filter(({ station }) => !station)).toEqual([]);
  });
});

describe('the present by night', () => {
  it('is alive at two in the morning, at the hour that it is and in what runs then', () => {
    const start = dayStart(day) + 2 * hourMs;
    const coming = upcomingFrom(start, { seed: 'wuhan', people, network, journeys, speed: 1 });
    const modes = new Map(network.venues.map(({ venueId, mode }) => [venueId, mode]));
    const scans = coming
      .take(start + 10 * minuteMs)
      .flatMap(({ action }) => (action === 'network-is-back' ? [] : [action]));
    expect(scans.length).toBeGreaterThan(15);
    for (const { at, venueId } of scans) {
      expect([at >= start, at <= start + 10 * minuteMs]).toEqual([true, true]);
      expect(outsideService(modes.get(venueId) ?? 'bus', at, rides)).toBe(false);
    }
  });
});

describe('the plan of a day', () => {
  it('is the same for the same seed and day, and another on another day', () => {
    const wishes = { seed: 'wuhan', day, people: people.slice(0, 500), network, journeys: 800 };
    const planned = (more: Partial<typeof wishes>) => JSON.stringify(planDay({ ...wishes, ...more }).journeys);
    const once = planned({});
    expect(planned({})).toBe(once);
    expect(planned({ day: '2026-11-21' })).not.toBe(once);
    expect(planned({ seed: 'other' })).not.toBe(once);
  });

  it('has the journeys asked for, by riders only, in two peaks', () => {
    expect(plan.journeys).toHaveLength(journeys);
    const roles = new Map(people.map(({ index, role }) => [index, role]));
    expect(plan.journeys.every(({ personIndex }) => roles.get(personIndex) === 'rider')).toBe(true);
    const inHour = (hour: number) =>
      plan.journeys.filter(({ scans: acts }) => hourOf(acts[0]?.at ?? 0) === hour).length;
    expect(Math.min(inHour(8), inHour(17))).toBeGreaterThan(2 * inHour(14));
    expect(inHour(3)).toBeLessThan(60);
  });

  it('shares the modes plausibly', () => {
    const share = (...modes: string[]) => plan.journeys.filter(({ mode }) => modes.includes(mode)).length / journeys;
    expect(Math.abs(share('metro') - 0.45)).toBeLessThan(0.03);
    expect(Math.abs(share('bus') - 0.38)).toBeLessThan(0.03);
    expect(Math.abs(share('taxi') - 0.08)).toBeLessThan(0.02);
    expect(Math.abs(share('tram', 'brt') - 0.06)).toBeLessThan(0.02);
    expect(Math.abs(share('ferry') - 0.03)).toBeLessThan(0.01);
  });

  it('W-27 forgets about one second scan in ten', () => {
    const due = plan.journeys.reduce((sum, journey) => sum + journey.secondScansDue, 0);
    const forgotten = plan.journeys.reduce((sum, journey) => sum + journey.secondScansForgotten, 0);
    expect(forgotten / due).toBeGreaterThan(0.08);
    expect(forgotten / due).toBeLessThan(0.12);
  });

  it('names only venues that exist and are no demonstration, in the order of time', () => {
    const acts = plan.journeys.flatMap((journey) => journey.scans);
    expect(plan.journeys.filter((journey) => journey.scans.length === 0)).toEqual([]);
    expect(acts.filter((act) => venueOf(act).demonstration || !Number.isInteger(act.at))).toEqual([]);
    const disordered = plan.journeys.filter((one) => one.scans.some(({ at }, i) => at <= (one.scans[i - 1]?.at ?? 0)));
    expect(disordered).toEqual([]);
  });

  it('lets nobody be in two places: journeys of a person follow one another', () => {
    const last = new Map<number, PlannedJourney>();
    const overlaps = plan.journeys.filter((journey) => {
      const before = last.get(journey.personIndex);
      last.set(journey.personIndex, journey);
      return (before?.endsAt ?? 0) >= (journey.scans[0]?.at ?? 0);
    });
    expect(overlaps).toEqual([]);
  });

  it('W-10 to W-14: each scan means to the rules what the rider meant by it', () => {
    const ofPerson = new Map<number, PlannedScan[]>();
    for (const { personIndex, scans: acts } of plan.journeys) {
      const posted = acts.filter(({ code }) => code === 'posted');
      ofPerson.set(personIndex, [...(ofPerson.get(personIndex) ?? []), ...posted]);
    }
    const odd = [...ofPerson.values()].flatMap((acts) => {
      const scans = acts.map((act) => ({
        act,
        ...scanFacts(act.at, { venueId: act.venueId, mode: venueOf(act).mode, venueKind: venueOf(act).kind }),
      }));
      return replayScans(scans, rides).steps.filter(({ scan, meaning }) => scan.act.step !== meaning);
    });
    expect(ofPerson.size).toBeGreaterThan(6_000);
    expect(odd).toEqual([]);
  });

  it('W-15 states a party in taxis only', () => {
    const parties = plan.journeys.flatMap(({ scans: acts }) => acts.filter(({ party }) => party !== undefined));
    expect(parties.length).toBeGreaterThan(300);
    expect(parties.every((act) => venueOf(act).mode === 'taxi' && (act.party ?? 0) <= 4)).toBe(true);
  });

  it('has what goes wrong: repeats, dead and false codes, lost network, some of it until tomorrow', () => {
    const acts = plan.journeys.flatMap((journey) => journey.scans);
    const midnight = dayStart(day) + 24 * 3_600_000;
    expect(acts.filter(({ step }) => step === 'repeat').length).toBeGreaterThan(500);
    expect(acts.filter(({ code }) => code === 'forged').length).toBeGreaterThan(10);
    expect(acts.filter(({ code }) => code === 'revoked').length).toBeGreaterThan(10);
    const offline = acts.filter(({ deliverAt }) => deliverAt !== undefined);
    expect(offline.length / acts.length).toBeGreaterThan(0.02);
    expect(offline.length / acts.length).toBeLessThan(0.07);
    expect(offline.filter(({ deliverAt = 0 }) => deliverAt > midnight).length).toBeGreaterThan(30);
  });

  it('begins no journey where the mode does not run', () => {
    const closed = plan.journeys.filter(({ mode, scans: [first] }) => first && outsideService(mode, first.at, rides));
    expect(closed.filter(({ mode }) => mode !== 'taxi')).toEqual([]);
  });
});
