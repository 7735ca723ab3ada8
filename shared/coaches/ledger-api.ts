import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, Id } from '../wire';
import { LedgerDeparture, LedgerPassenger } from './ledger/wire';

/** Why a departure of a ledger, or one of its passengers, was not taken: said of that one in the answer. */
export const filingFailures = [
  'departure-too-old',
  'plate-refused',
  'name-refused',
  'document-refused',
  'phone-refused',
] as const;
/** Why a departure of a ledger, or one of its passengers, was not taken. */
export type FilingFailure = (typeof filingFailures)[number];

const Refusal = z.strictObject({ code: z.enum(filingFailures), zh: z.string(), en: z.string() });

/** One departure of a ledger with passengers of it, not necessarily all. */
const FiledDeparture = z.strictObject({
  departure: LedgerDeparture,
  /** Said to be aboard; where the ledger does not say so, as many as it names. */
  aboard: z.number().int().min(1).max(200),
  passengers: z.array(LedgerPassenger).min(1).max(200),
});

export const fileLedger = endpoint({
  name: 'coaches.file-ledger',
  summary: {
    zh: '台账入库：按班次逐条登记，可重复提交，每条只登记一次',
    en: 'File rows of a ledger by departure; the same rows again have one effect',
  },
  access: official('bureau'),
  input: z.strictObject({ city: CityCode, departures: z.array(FiledDeparture).min(1).max(60) }),
  output: z.strictObject({
    /** In the order given. */
    items: z.array(
      z.discriminatedUnion('ok', [
        z.strictObject({
          ok: z.literal(true),
          departureId: Id,
          /** Passengers in the order given: filed now, filed before, or why not. */
          passengers: z.array(z.union([z.enum(['filed', 'same']), Refusal])),
        }),
        z.strictObject({ ok: z.literal(false), failure: Refusal }),
      ]),
    ),
  }),
  failures: ['city-unknown', 'capability-absent', 'ledger-too-large'],
});
