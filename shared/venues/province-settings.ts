import * as z from 'zod';
import { Text } from '../text';
import { CapabilitySettings } from './capabilities';

/** A province, by its GB/T 2260 code: two digits and four zeros. */
export const ProvinceCode = z.string().regex(/^\d{2}0000$/);

/** When and how the reports of a city or a province are formed. */
export const ReportSettings = z.strictObject({
  /** Hour of the day in Shanghai from which the report of the day or the month before is formed. */
  formFromHour: z.number().int().min(0).max(12),
  /** how personal data in an attachment is kept from strangers; with `none` there is none: every recipient gets the masked form. */
  protection: z.enum(['password', 'link', 'none']),
});
export type ReportSettings = z.output<typeof ReportSettings>;

/**
 * Everything about a province that is a choice of the province: a plain file, imported, kept with its version. Its cities are
 * those whose code begins with the same two digits; they need not be named here.
 */
export const ProvinceSettings = z.strictObject({
  province: ProvinceCode,
  name: Text,
  hotline: z.string().max(30),
  /** A service day begins this many hours after midnight in Shanghai. */
  rolloverHour: z.number().int().min(0).max(6).default(0),
  /** Days that what the province itself keeps may be linked to a person. */
  retentionDays: z.number().int().min(1).max(1_200),
  capabilities: CapabilitySettings.exactOptional(),
  reports: ReportSettings,
});
export type ProvinceSettings = z.output<typeof ProvinceSettings>;
