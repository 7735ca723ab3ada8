import * as z from 'zod';

/** `thing1=report,time2=until`: each key of a platform's template with the word that fills it, of the words that there are. */
export const templateKeys = (words: readonly string[]) =>
  z
    .string()
    .regex(/^\s*\w+\s*=\s*\w+\s*(,\s*\w+\s*=\s*\w+\s*)*$/)
    .transform((text) => Object.fromEntries(text.split(',').map((each) => each.split('=').map((part) => part.trim()))))
    .pipe(z.record(z.string(), z.string()))
    .refine((keys) => Object.values(keys).every((word) => words.includes(word)), `words are ${words.join(', ')}`);
