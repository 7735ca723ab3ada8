import { bytesToBase32 } from './base32';
import type { RandomBytes } from './ids';
import { plainCode } from './typed-text';

/** Twelve characters (60 bits), in groups that can be read out: ABCD-EFGH-JKMN. */
export const newOneTimeCode = (random: RandomBytes): string =>
  bytesToBase32(random(8))
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-');

/** A code as it is compared, typed in any case and width, with or without hyphens: upper case, O as 0, I and L as 1. */
export const tidyCode = (typed: string): string =>
  plainCode(typed)
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
