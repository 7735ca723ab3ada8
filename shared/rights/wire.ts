import * as z from 'zod';
import { WireDay, WireInstant } from '../wire';

/** What an export may be: a workbook for people, JSON for programs. */
export const exportForms = ['xlsx', 'json'] as const;
export type ExportForm = (typeof exportForms)[number];

/** Who looked, as far as the rider is told: the kind of office, never a name. */
const lookers = ['timer', 'recipient', 'bureau', 'health', 'operator', 'desk', 'rider'] as const;

/** What was done, as the access log names it. */
export const lookedFor = [
  'daily-report',
  'report-download',
  'report-password',
  'report-delivery',
  'appeal',
  'tracing',
  'own-data',
  'identity-proof',
  'card-unlinked',
  'coach-manifest',
  'temporary-pass',
] as const;

/** One look at the rider's information, out of the chained access log. */
export const OwnAccess = z.strictObject({
  /** Number of the entry in the chain, by which an auditor finds it. */
  entry: z.string(),
  at: WireInstant,
  who: z.enum(lookers),
  purpose: z.enum(lookedFor),
  /** The stated reason, from a closed list. */
  reason: z.string().exactOptional(),
  /** The day of the rides that were looked at. */
  day: WireDay.exactOptional(),
});
export type OwnAccess = z.output<typeof OwnAccess>;
