import * as z from 'zod';
import { documentKinds } from '../../identity/documents/kinds';
import { FreeText, WireInstant } from '../../wire';

/** What a ledger says of a departure. Two rows with the same are of the same departure. */
export const LedgerDeparture = z.strictObject({
  departsAt: WireInstant,
  /** Plain form. */
  plate: z.string().min(7).max(8),
  service: z.enum(['line', 'charter']),
  serviceNumber: FreeText(30).exactOptional(),
  /** Names of stations or cities as they stand there. */
  origin: FreeText(60).exactOptional(),
  destination: FreeText(60),
});
export type LedgerDeparture = z.output<typeof LedgerDeparture>;

/** What a ledger says of a passenger; every field in its stored form. */
export const LedgerPassenger = z.strictObject({
  name: FreeText(60),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(2).max(40),
  phone: z.string().max(20).exactOptional(),
  seat: FreeText(10).exactOptional(),
  addressBefore: FreeText(120).exactOptional(),
  addressThere: FreeText(120).exactOptional(),
  /** L-08: whether they were seen on arrival; absent where nobody looked. */
  present: z.boolean().exactOptional(),
});
export type LedgerPassenger = z.output<typeof LedgerPassenger>;

/** One passenger of a ledger, of one departure. */
export interface LedgerEntry {
  readonly departure: LedgerDeparture;
  readonly passenger: LedgerPassenger;
  /** Said to be aboard, where the ledger has it. */
  readonly aboard?: number;
}
