import * as z from 'zod';

/** What a person reads, always as a pair: Chinese first, English complete (STYLE 17, Texts-in-pairs). */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Schema of a {@link Text} on the wire. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() });

/** The languages that every text exists in. */
export type Language = keyof Text;
