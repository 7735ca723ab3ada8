import { type Day, formatInstant } from '@tongcheng/shared/time';
import type { VehicleTrip } from './vehicle-trips';

/** Numbers of the fields in gtfs-realtime.proto. */
const stoppedAt = 1;

/** What a vehicle sent on its trips, as a GTFS-realtime message: a position when it came to a stop and one when it left. */
export function positionsMessage(vehicle: string, trips: readonly VehicleTrip[], day: Day): Uint8Array {
  const date = day.replaceAll('-', '');
  const entities = trips.flatMap(({ tripId, stops }) =>
    stops.flatMap(({ stopId, arrivesAt, departsAt }, sequence) =>
      [arrivesAt, departsAt].map((at) => {
        const trip = [text(1, tripId), text(2, formatInstant(stops[0]?.arrivesAt ?? at, 'HH:mm:ss')), text(3, date)];
        const position = [
          ...[within(1, trip), whole(3, sequence + 1), whole(4, stoppedAt), whole(5, Math.round(at / 1_000))],
          ...[text(7, stopId), within(8, [text(1, vehicle)])],
        ];
        return within(2, [text(1, `${tripId}-${sequence}-${at}`), within(4, position)]);
      }),
    ),
  );
  return Buffer.concat([within(1, [text(1, '2.0')]), ...entities]);
}

function varint(number: number): Uint8Array {
  const bytes: number[] = [];
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}

const whole = (field: number, number: number): Uint8Array => Buffer.concat([varint(field * 8), varint(number)]);
const within = (field: number, parts: readonly Uint8Array[]): Uint8Array => {
  const message = Buffer.concat(parts);
  return Buffer.concat([varint(field * 8 + 2), varint(message.length), message]);
};
const text = (field: number, words: string): Uint8Array => within(field, [Buffer.from(words)]);
