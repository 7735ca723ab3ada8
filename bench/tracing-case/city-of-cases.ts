import { createHash } from 'node:crypto';
import { addDays, type Day, dayStart, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';

/** The days that a case asks about, and the hour at which it is asked. */
export const days: readonly Day[] = Array.from({ length: 14 }, (_, at) => addDays('2026-11-01', at));
export const askedAt = dayStart('2026-11-15') + 10 * hourMs;
export const city = '420100';

/** A district is a million scans in fourteen days: a larger city has more of them, each as full as the first. */
const shape = { lines: 33, busesOfLine: 10, trains: 25, carriagesOfTrain: 4, stations: 20, taxis: 50 } as const;
export const ridersOfDistrict = 22_200;

/** A place with a code. */
export interface Place {
  readonly venueId: string;
  readonly mode: Mode;
  readonly kind: VenueKind;
  readonly lineId?: string;
}

/** A ride as it was, and the scans that it left. */
export interface LivedRide {
  readonly rider: number;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly party: number;
  readonly scans: readonly { readonly at: number; readonly place: Place; readonly meaning: LivedMeaning }[];
}
type LivedMeaning = 'board' | 'alight' | 'enter' | 'ride-carriage';

/** Numbers from 0 to 1, the same ones for the same seed; quick, since a city takes a hundred million of them. */
export function numbersOf(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const bus = (district: number, line: number, number: number): Place => ({
  ...{ venueId: `bus-${district}-${line}-${number}`, mode: 'bus', kind: 'vehicle', lineId: `L${district}-${line}` },
});
const carriage = (district: number, train: number, number: number): Place => ({
  ...{ venueId: `train-${district}-${train}-${number}`, mode: 'metro', kind: 'carriage', lineId: `M${district}` },
});
const station = (district: number, number: number): Place => ({
  ...{ venueId: `station-${district}-${number}`, mode: 'metro', kind: 'station', lineId: `M${district}` },
});
const taxi = (district: number, number: number): Place => ({
  ...{ venueId: `taxi-${district}-${number}`, mode: 'taxi', kind: 'vehicle' },
});

/** Every place of a district. */
export function placesOf(district: number): readonly Place[] {
  const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
  return [
    ...upTo(shape.lines).flatMap((line) => upTo(shape.busesOfLine).map((at) => bus(district, line, at))),
    ...upTo(shape.trains).flatMap((train) => upTo(shape.carriagesOfTrain).map((at) => carriage(district, train, at))),
    ...upTo(shape.stations).map((at) => station(district, at)),
    ...upTo(shape.taxis).map((at) => taxi(district, at)),
  ];
}

/**
 * What a district lived on a day, by the time of the first scan: four riders of five ride, to work in the morning and home in the evening, by the
 * bus of their line, the metro or a taxi; one ride in ten lacks its second scan.
 */
export function livedOn(district: number, day: Day, riders = ridersOfDistrict): readonly LivedRide[] {
  const random = numbersOf(`${district} ${day}`);
  const below = (count: number) => Math.floor(random() * count);
  const start = dayStart(day);
  const rides: LivedRide[] = [];
  for (let rider = 0; rider < riders; rider += 1) {
    if (random() >= 0.85) continue;
    for (const [begins, spread] of [
      [6.5, 3],
      [16.5, 4],
    ] as const) {
      const from = start + (begins + ((random() + random()) / 2) * spread) * hourMs + below(60_000);
      const to = from + (6 + random() * random() * 50) * minuteMs;
      const kind = (rider * 7 + 3) % 10;
      rides.push(rideOf({ district, rider, from: Math.floor(from), to: Math.floor(to), kind, below, random }));
    }
  }
  return rides.sort((one, other) => one.from - other.from);
}

interface Trip {
  readonly district: number;
  readonly rider: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly below: (count: number) => number;
  readonly random: () => number;
}

function rideOf({ district, rider, from, to, kind, below, random }: Trip): LivedRide {
  const isWhole = random() >= 0.1;
  if (kind < 6) {
    const place = bus(district, rider % shape.lines, below(shape.busesOfLine));
    return { rider, place, from, to, party: 1, scans: boarded(place, from, to, isWhole) };
  }
  if (kind < 9) {
    const place = carriage(district, below(shape.trains), below(shape.carriagesOfTrain));
    const entered = { at: from, place: station(district, below(shape.stations)), meaning: 'enter' as const };
    const left = { at: to, place, meaning: 'ride-carriage' as const };
    return { rider, place, from, to, party: 1, scans: isWhole ? [entered, left] : [left] };
  }
  const place = taxi(district, below(shape.taxis));
  return { rider, place, from, to, party: 1 + below(3), scans: boarded(place, from, to, isWhole) };
}

function boarded(place: Place, from: number, to: number, isWhole: boolean): LivedRide['scans'] {
  const on = { at: from, place, meaning: 'board' as const };
  return isWhole ? [on, { at: to, place, meaning: 'alight' as const }] : [on];
}

/** Riders of the first district whose cases are traced: every 137th, so that those who stayed at home some days are among them. */
export const chosenRiders = (count: number, riders = ridersOfDistrict): readonly number[] =>
  Array.from({ length: count }, (_, at) => (at * 137) % riders);
