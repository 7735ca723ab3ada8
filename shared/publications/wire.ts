import * as z from 'zod';
import { Text } from '../text';
import { tracingPurposes } from '../tracing/wire';
import { modes } from '../venues/kinds';
import { WireDay, WireInstant } from '../wire';

/** Classes of day keys as certificates name them: rides in the city; departures and tickets of coaches. */
const certifiedClasses = ['city', 'coach'] as const;

/** The key under which certificates are signed: a JSON Web Key (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export const CertificateKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
});

/** that the key of a day was destroyed, so that nobody can find anyone in it any more. */
export const DeletionRow = z.strictObject({
  day: WireDay,
  class: z.enum(certifiedClasses),
  /** Records that the key sealed, by collection; absent where the day could not be read any more. */
  counts: z.record(z.string(), z.number().int()).exactOptional(),
  countedAt: WireInstant,
  destroyedAt: WireInstant,
  /** Until when copies that the store itself makes may hold the key; absent where it cannot say. */
  copiesUntil: WireInstant.exactOptional(),
  cause: z.enum(['retention', 'city-removed']),
  /** Legal holds that kept a case's own copy out of the day, each by the id of its key; absent in certificates of earlier releases. */
  holds: z.array(z.string()).exactOptional(),
  /** A compact JWS (RFC 7515, EdDSA): what this row says, signed. */
  signed: z.string(),
});
export type DeletionRow = z.output<typeof DeletionRow>;

/** Tracings of a city in a month: counts of official acts, of nobody else. */
export const TracingRow = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  purpose: z.enum(tracingPurposes),
  /** Cases that were opened. */
  cases: z.number().int(),
  /** Requests to see names. */
  requests: z.number().int(),
  /** Of these, how many a second official released. */
  released: z.number().int(),
});
export type TracingRow = z.output<typeof TracingRow>;

/**
 * boardings of a mode, of a line, of an hour of a line, of a stop in that hour: each field that is there narrows the row. A row with `rest` holds
 * what its level does not show one by one, because too few people were in it.
 */
export const RidershipRow = z.strictObject({
  mode: z.enum(modes).exactOptional(),
  /** The id of the line; empty for what belongs to none. */
  line: z.string().exactOptional(),
  lineName: Text.exactOptional(),
  /** Hour of the day in Shanghai in which the ride began. */
  hour: z.number().int().min(0).max(23).exactOptional(),
  /** The id of the station or dock. */
  stop: z.string().exactOptional(),
  stopName: Text.exactOptional(),
  rest: z.literal(true).exactOptional(),
  boardings: z.number().int().nonnegative(),
});
export type RidershipRow = z.output<typeof RidershipRow>;
