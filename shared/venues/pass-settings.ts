import * as z from 'zod';
import { ShortText } from '../wire';

/** A staffed counter where a paper pass is given: what it is called, where it is, when it is open. */
export const PassCounter = z.strictObject({ name: ShortText, where: ShortText, hours: ShortText });
export type PassCounter = z.output<typeof PassCounter>;

/** What a city chooses about temporary identity passes. */
export const PassSettings = z.strictObject({
  /** Counters to which riders are sent who get no pass on the phone (P-04). */
  counters: z.array(PassCounter).max(50).default([]),
  /** Counted up, it replaces the issuer's keys at once, as after a theft; they change every month by themselves. */
  keyGeneration: z.number().int().min(1).max(1_000).default(1),
});
export type PassSettings = z.output<typeof PassSettings>;
