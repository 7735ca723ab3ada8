import { linePlans } from '../../tracing/world/line-plans';
import { pointOf } from '../../tracing/world/line-trip';
import type { MadeScan } from '../made-scan';
import { type Attack, type AttackedDay, busAt, home, hour, minute, vehicleScan } from './attack';

/** How often, by how many, within which time. */
interface Group {
  readonly groups: number;
  readonly members: number;
  readonly withinMinutes: number;
}

/** A picture of a bus's code goes round in a group; its members scan it at home. */
export const busPhotoInGroup = (name: string, { groups, members, withinMinutes }: Group): Attack => ({
  name,
  make: (day) =>
    Array.from({ length: groups }, (_, group) => {
      const { dice, midnight } = day;
      const atHour = 8 + 11 * dice.next();
      const bus = busAt(day, atHour);
      return membersOf(day, `${name}-${group}`, members).map(({ rider, at }): MadeScan => {
        const scannedAt = midnight + atHour * hour + dice.next() * withinMinutes * minute;
        return { ...vehicleScan(bus, { rider, scannedAt, at }), attack: name };
      });
    }).flat(),
});

/** The same of a code at a station of the metro. */
export const stationPhotoInGroup = (name: string, { groups, members, withinMinutes }: Group): Attack => ({
  name,
  make: (day) =>
    Array.from({ length: groups }, (_, group) => {
      const { dice, midnight } = day;
      const line = dice.pick(linePlans.filter(({ mode }) => mode === 'metro'));
      const stop = dice.below(line.stopIds.length);
      const venueId = line.stopIds[stop] ?? '';
      const begins = midnight + (8 + 11 * dice.next()) * hour;
      return membersOf(day, `${name}-${group}`, members).map(
        ({ rider, at }): MadeScan => ({
          ...{ id: `${rider}.0`, rider, at, attack: name, party: 1 },
          ...{ venueId, mode: 'metro', venueKind: 'station', ...pointOf(line, stop) },
          scannedAt: Math.round(begins + dice.next() * withinMinutes * minute),
        }),
      );
    }).flat(),
});

const membersOf = ({ dice }: AttackedDay, group: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ rider: `${group}-${at}`.replaceAll(' ', '_'), at: home(dice) }));
