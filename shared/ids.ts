import { type Instant, wholeDayOf } from './time';

/** Crockford's base 32: no I, L, O, U, so an id can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Gives `size` unpredictable bytes. Chance is injected (safety rule 14): a phone, a server and a test bring their own. */
export type RandomBytes = (size: number) => Uint8Array;

/** Shape of an id: 26 characters, ten of time (ms) and sixteen of chance (80 bits); the form of a ULID. */
export const idPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A new id, made by the maker of the thing it names, so that a retry is the same thing. Sorts by time. */
export const newId = (at: Instant, random: RandomBytes): string => timePart(at) + chancePart(random(10));

/** A new id that says the day only (in Shanghai): of what stands beside a person or an account, so that no time in it leads to a ride. Sorts by day. */
export const newDayId = (at: Instant, random: RandomBytes): string => newId(wholeDayOf(at), random);

/** An id that says an instant, as unlike others as another id: where that says its day only and the moment matters. */
export const idWithMoment = (id: string, at: Instant): string => timePart(at) + id.slice(10);

/** The instant inside an id, in ms. The id must match {@link idPattern}. */
export const idTime = (id: string): Instant =>
  [...id.slice(0, 10)].reduce((sum, character) => sum * 32 + alphabet.indexOf(character), 0);

function timePart(at: Instant): string {
  let rest = Math.floor(at);
  let text = '';
  for (let i = 0; i < 10; i += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function chancePart(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
}
