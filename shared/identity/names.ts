import { foldSigns, trimTyped } from '../typed-text';

/** What a name check answers: the form to store, or the reason. */
export type NameCheck =
  | { readonly valid: true; readonly stored: string }
  | { readonly valid: false; readonly reason: 'empty' | 'too-long' | 'characters' | 'dots' }
  /** Holds a character that only the computers know which made it; `character` names it, `U+E815`. */
  | { readonly valid: false; readonly reason: 'private-use'; readonly character: string };

/** Passports of some countries print more than fifty letters. */
const maxCharacters = 60;

/** Han characters beyond the first plane, as pairs: extensions B and on, so that rare names are written as they are. */
const rareHan = '[\\uD840-\\uD8BF][\\uDC00-\\uDFFF]';
const han = '[\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]';
/** Letters with and without accents; no digits, no signs, so that no name can be a formula, a tag or a direction mark. */
const latin = '[A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u1E00-\\u1EFF]';
/** One Han character, rare ones included, for patterns that look for names elsewhere. */
export const hanCharacter = `(?:${han}|${rareHan})`;

const allowed = new RegExp(`^(?:${han}|${rareHan}|${latin})(?:${han}|${rareHan}|${latin}|[ ·.'-])*$`);
const anyHan = new RegExp(hanCharacter);
/** Selects a glyph of the character before it; the document prints one glyph only. */
const selectors = /[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g;
/** Where systems of before 2005 keep 䶮, for Unicode did not have it yet. */
const formerYan = /\uE863/g;
const privateUse = /[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/;
/** A full stop beside Han is never anything but the dot: the wide one beside any, the others between two. */
const wideStop = new RegExp(`(${hanCharacter})\\uFF0E|\\uFF0E(?=${hanCharacter})`, 'g');
const stopForDot = new RegExp(`(${hanCharacter}) ?\\. ?(?=${hanCharacter})`, 'g');
/** Dots stand one at a time between two parts of a name; the point of `J.-P.` and `Jr.` is none. */
const wrongDots = new RegExp(`^·|·$|[·.]{2}|${hanCharacter}\\.$`);

/**
 * A name as on the document: Han with rare characters, minority names with ·, Latin letters with accents, spaces, hyphen,
 * apostrophe. An allow-list (safety: names allow-listed at entry): it begins with a letter, so never with = + - @.
 */
export function checkName(typed: string): NameCheck {
  const stored = plainName(typed);
  if (stored === '') return { valid: false, reason: 'empty' };
  if (Array.from(stored).length > maxCharacters) return { valid: false, reason: 'too-long' };
  const [unknown] = privateUse.exec(stored) ?? [];
  if (unknown !== undefined) return { valid: false, reason: 'private-use', character: codeOf(unknown) };
  if (wrongDots.test(stored)) return { valid: false, reason: 'dots' };
  return allowed.test(stored) ? { valid: true, stored } : { valid: false, reason: 'characters' };
}

/** Invisible marks go from the ends and stay within, where they are refused: nobody's name holds them. */
const plainName = (typed: string): string =>
  foldSigns(
    trimTyped(typed.normalize('NFC'))
      .replace(selectors, '')
      .replace(formerYan, '\u4DAE')
      .replace(wideStop, '$1·')
      .replace(/[。｡]/g, '.'),
  )
    .replace(/ {2,}/g, ' ')
    .replace(/ ?· ?/g, '·')
    .replace(stopForDot, '$1·');

function codeOf(character: string): string {
  const [high, low] = [character.charCodeAt(0), character.charCodeAt(1)];
  const point = Number.isNaN(low) ? high : (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000;
  return `U+${point.toString(16).toUpperCase()}`;
}

/**
 * Whether two names in their stored forms are one: signs, accents, case, and the order of words in Latin aside, which documents, registers
 * and people write in several ways.
 */
export const isSameName = (one: string, other: string): boolean => essenceOf(one) === essenceOf(other);

function essenceOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .split(/[ ·.'\u2019-]+/)
    .filter((word) => word !== '');
  return anyHan.test(name) ? words.join('') : words.sort().join(' ');
}
