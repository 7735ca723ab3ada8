import type { MadeScan } from '../made-scan';
import { type Attack, hour } from './attack';

const moved = 5;

/** Stickers of some buses hang in buses of other lines from eleven o'clock on: whoever rides in those scans the wrong code, on the spot. */
export const movedSticker: Attack = {
  name: 'sticker moved to another bus',
  make: ({ dice, midnight, world }, honest) => {
    const from11 = midnight + 11 * hour;
    const buses = [...new Map(world.runs.map((run) => [run.vehicleId, run]))].filter(
      ([, { line }]) => line.mode === 'bus',
    );
    return Array.from({ length: moved }, () => {
      const [from, wears] = dice.pick(buses);
      const [in_] = dice.pick(buses.filter(([, { line }]) => line !== wears.line));
      const rode = honest.filter(({ venueId, scannedAt }) => venueId === in_ && scannedAt >= from11);
      return rode.map(
        (scan): MadeScan => ({
          ...{ ...scan, id: `${scan.id}.moved-${from}`, rider: `${scan.rider}.moved-${from}` },
          ...{ venueId: from, lineId: wears.line.lineId, attack: movedSticker.name },
        }),
      );
    }).flat();
  },
  hides: ({ id, venueId, scannedAt }, made) =>
    made.some(
      (each) => each.id.startsWith(`${id}.moved-`) || (each.venueId === venueId && each.scannedAt <= scannedAt),
    ),
};
