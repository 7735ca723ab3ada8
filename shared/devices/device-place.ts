import * as z from 'zod';
import { FreeText } from '../wire';

/** Which way a device lets people through; `boarding` is the door of a vehicle. */
export const deviceDirections = ['entry', 'exit', 'boarding'] as const;
export type DeviceDirection = (typeof deviceDirections)[number];

/** Where a device stands at its venue: which way, and at which lane or door. */
export const DevicePlace = z.strictObject({
  direction: z.enum(deviceDirections),
  lane: FreeText(20).exactOptional(),
});
export type DevicePlace = z.output<typeof DevicePlace>;

/** What a device calls its program, such as `2.1.0`. */
export const SoftwareVersion = z.string().regex(/^[A-Za-z0-9._+-]{1,40}$/);
