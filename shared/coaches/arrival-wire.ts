import * as z from 'zod';
import { CityCode, Id } from '../wire';
import { addresses, Typed } from './passenger-wire';
import { DepartureView, ManifestRow, Plate, told } from './wire';

/** What an arrival officer tells of a departure (L-08). */
const ArrivalEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['arrived', 'closed', 'reopened']), ...told }),
  z.strictObject({ kind: z.enum(['present', 'absent']), ...told, passenger: z.string().min(1).max(40) }),
  /** Stood on no list. */
  z.strictObject({ kind: z.literal('added'), ...told, whom: Typed, ...addresses }),
]);

/** One thing of one departure. */
export const ArrivalDelivery = z.strictObject({ city: CityCode, departureId: Id, event: ArrivalEvent });
export type ArrivalDelivery = z.output<typeof ArrivalDelivery>;

/** How an arrival officer opens a trip. */
export const ArrivalSought = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: z.string().min(1).max(500) }),
  z.strictObject({ by: z.literal('plate'), plate: Plate }),
  z.strictObject({ by: z.literal('departure'), city: CityCode, departureId: Id }),
]);

/** A manifest on arrival. */
export const ArrivalManifest = z.strictObject({
  departure: DepartureView,
  rows: z.array(ManifestRow),
  /** The officer's city is on the way: rows are of those who get off there, and the trip is ended elsewhere. */
  atStop: z.literal(true).exactOptional(),
});
