import * as z from 'zod';
import { idPattern } from './ids';
import { plainText } from './typed-text';

/** An instant on the wire: ms since 1970, an integer within a century of now. */
export const WireInstant = z.number().int().min(0).max(4_102_444_800_000);
/** A civil day `YYYY-MM-DD`, from 1970 to 2099. */
export const WireDay = z.string().regex(/^(?:19[7-9]|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
/** An id made by its maker: 26 characters, time first. */
export const Id = z.string().regex(idPattern);
/** A city, by its GB/T 2260 code. */
export const CityCode = z.string().regex(/^\d{6}$/);
/** Where a page of answers goes on; opaque to the caller. */
export const Cursor = z.string().min(1).max(400);
/** A short free text typed by a person: invisible marks go, spaces at the ends too; control characters are refused. */
export const FreeText = (max: number) =>
  z
    .string()
    .overwrite(plainText)
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u);
/** An expiring link to a file. */
export const FileLink = z.strictObject({ url: z.string(), expiresAt: WireInstant });
/** An empty input or output. */
export const Nothing = z.strictObject({});
/** What officials write for riders in both languages: no longer than is read where people scan. */
export const ShortText = z.strictObject({ zh: z.string().max(600), en: z.string().max(600) });
