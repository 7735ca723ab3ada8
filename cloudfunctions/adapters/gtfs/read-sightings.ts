import type { Instant } from '@tongcheng/shared/time';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type ProtobufField, protobufFields } from './protobuf-fields';

/** Where a vehicle said that it was. */
export interface Sighting {
  readonly at: Instant;
  readonly tripId: string;
  readonly stopId: string;
  /** At the stop, or on the way to it. */
  readonly isThere: boolean;
}

/** Numbers of the fields that are read, as gtfs-realtime.proto 2.0 has them. */
const entity = 2;
const vehiclePosition = 4;
const position = { trip: 1, currentStatus: 4, timestamp: 5, stopId: 7, vehicle: 8 } as const;
const trip = { tripId: 1, startDate: 3 } as const;
const vehicleId = 1;
const stoppedAt = 1n;

/**
 * What a GTFS-realtime message says of one vehicle, in the order in which it stands there; entities without trip, stop or time say nothing. Throws
 * ServiceUnavailable for what is no such message. The official bindings (2.2.0) need Node 22 and bring 54 packages for these eight fields.
 */
export function readSightings(message: Uint8Array, vehicle: string): readonly Sighting[] {
  try {
    const entities = messagesIn(protobufFields(message), entity);
    return entities.flatMap((each) => messagesIn(each, vehiclePosition)).flatMap((each) => sightingIn(each, vehicle));
  } catch (cause) {
    throw new ServiceUnavailable('the positions are no GTFS-realtime message', { cause });
  }
}

function sightingIn(fields: readonly ProtobufField[], vehicle: string): readonly Sighting[] {
  const [descriptor = []] = messagesIn(fields, position.vehicle);
  const [ridden = []] = messagesIn(fields, position.trip);
  const [tripId, stopId] = [textIn(ridden, trip.tripId), textIn(fields, position.stopId)];
  const seconds = numberIn(fields, position.timestamp);
  if (textIn(descriptor, vehicleId) !== vehicle || !tripId || !stopId || !seconds) return [];
  const isThere = numberIn(fields, position.currentStatus) === stoppedAt;
  return [{ at: Number(seconds) * 1_000, tripId: `${textIn(ridden, trip.startDate)} ${tripId}`, stopId, isThere }];
}

const messagesIn = (fields: readonly ProtobufField[], number: number): readonly (readonly ProtobufField[])[] =>
  fields.flatMap((field) =>
    field.number === number && typeof field.value !== 'bigint' ? [protobufFields(field.value)] : [],
  );

function textIn(fields: readonly ProtobufField[], number: number): string {
  const found = fields.findLast((field) => field.number === number)?.value;
  return found === undefined || typeof found === 'bigint' ? '' : new TextDecoder().decode(found);
}

function numberIn(fields: readonly ProtobufField[], number: number): bigint | undefined {
  const found = fields.findLast((field) => field.number === number)?.value;
  return typeof found === 'bigint' ? found : undefined;
}
