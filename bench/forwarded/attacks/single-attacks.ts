import type { MadeScan } from '../made-scan';
import { type Attack, busAt, home, hour, minute, vehicleScan } from './attack';

const each = (count: number, of: (rider: string) => MadeScan | undefined, name: string): readonly MadeScan[] =>
  Array.from({ length: count }, (_, at) => of(`${name}-${at}`.replaceAll(' ', '_'))).flatMap((scan) =>
    scan ? [{ ...scan, attack: name }] : [],
  );

/** One person in another district or town scans a picture, each of another bus. */
export const fromAfar: Attack = {
  name: 'from afar',
  make: (day) =>
    each(
      80,
      (rider) => {
        const atHour = 7 + 13 * day.dice.next();
        const bus = busAt(day, atHour);
        const [angle, km] = [day.dice.next() * 2 * Math.PI, 30 + 170 * day.dice.next()];
        const at = { lat: 30.55 + (km * Math.sin(angle)) / 111, lng: 114.3 + (km * Math.cos(angle)) / 95.5 };
        return vehicleScan(bus, { rider, scannedAt: day.midnight + atHour * hour, at });
      },
      fromAfar.name,
    ),
};

/** Pictures scanned at night, of buses in the depot and stations that are shut. */
export const atNight: Attack = {
  name: 'at night',
  make: (day) =>
    each(
      200,
      (rider) => {
        const { dice, midnight, world } = day;
        const scannedAt = midnight + (0.8 + 4 * dice.next()) * hour;
        return vehicleScan(dice.pick(world.runs.filter(({ line }) => line.mode === 'bus')), {
          ...{ rider, scannedAt, at: home(dice) },
        });
      },
      atNight.name,
    ),
};

/** Somebody who rode here scans a picture from another city ten minutes later. */
export const twoCities: Attack = {
  name: 'two cities in ten minutes',
  make: ({ dice }, honest) =>
    each(
      200,
      () => {
        const { rider, scannedAt, at } = dice.pick(honest);
        const elsewhere = {
          venueId: 'elsewhere-bus-1',
          mode: 'bus',
          venueKind: 'vehicle',
          lineId: 'elsewhere',
        } as const;
        const id = `${rider}.elsewhere.${dice.below(1_000_000)}`;
        return { ...elsewhere, id, rider, at, party: 1, city: 'elsewhere', scannedAt: scannedAt + 10 * minute };
      },
      twoCities.name,
    ),
};

/** A hundred phones scan one bus's code within two minutes. */
export const hundredPhones: Attack = {
  name: 'a hundred phones on one code',
  make: (day) =>
    Array.from({ length: 3 }, (_, crowd) => {
      const atHour = 7 + 12 * day.dice.next();
      const bus = busAt(day, atHour);
      const begins = day.midnight + atHour * hour;
      return Array.from({ length: 100 }, (__, at): MadeScan => {
        const scannedAt = begins + day.dice.next() * 2 * minute;
        const made = vehicleScan(bus, { rider: `hundred-${crowd}-${at}`, scannedAt, at: home(day.dice) });
        return { ...made, attack: hundredPhones.name };
      });
    }).flat(),
};
