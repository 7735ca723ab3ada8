import type { VenueRecord } from '@tongcheng/cloudfunctions/app/venues/records';
import { aVenue } from './records';

const place = (serial: number, more: Pick<VenueRecord, '_id' | 'mode' | 'kind'> & Partial<VenueRecord>) =>
  aVenue({ serial, ...more });

/** The venues of the tests. The two stations are thirty kilometres apart. */
export const places = {
  bus1: place(1, { _id: 'bus-1', mode: 'bus', kind: 'vehicle', lineId: 'L1', plate: '鄂A12345D' }),
  bus2: place(2, { _id: 'bus-2', mode: 'bus', kind: 'vehicle', lineId: 'L2' }),
  hankou: place(3, { _id: 'hankou', mode: 'metro', kind: 'station', lat: 30.6, lng: 114.25 }),
  east: place(4, { _id: 'east', mode: 'metro', kind: 'station', lat: 30.6, lng: 114.56 }),
  carriage: place(5, { _id: 'l2-c3', mode: 'metro', kind: 'carriage' }),
  taxi: place(6, { _id: 'taxi-9', mode: 'taxi', kind: 'vehicle' }),
  gate: place(7, { _id: 'dock-gate', mode: 'ferry', kind: 'dock-gate' }),
  ship: place(8, { _id: 'ship-4', mode: 'ferry', kind: 'ship' }),
  demo: place(9, { _id: 'demo', mode: 'bus', kind: 'vehicle', demonstration: true }),
  old: place(10, { _id: 'old', mode: 'bus', kind: 'vehicle', revoked: true }),
  otherTrain: place(12, { _id: 'l4-c1', mode: 'metro', kind: 'carriage' }),
  north: place(11, { _id: 'north', city: '210100', mode: 'bus', kind: 'vehicle' }),
} as const;

/** The name of a place. */
export type PlaceName = keyof typeof places;
