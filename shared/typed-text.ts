/**
 * What people type, paste or import, in plain characters: the one place that knows which marks are drawn as nothing, which characters are
 * wide forms of others, and which signs stand for the dot, the dash and the apostrophe. Every field, table and link reader begins here.
 */

/** Drawn as nothing: soft hyphen, joiners, marks of direction, fillers, byte order mark, selectors of a glyph, tags. */
const invisibleUnits =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180E\\u200B-\\u200F\\u202A-\\u202D\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB';
/** Tags and further selectors stand beyond the first plane, as pairs that begin with this. */
const invisiblePair = '\\uDB40[\\uDC00-\\uDFFF]';

const invisible = new RegExp(`[${invisibleUnits}]|${invisiblePair}`, 'g');
/** Turns what follows round, so that within a text it is not nothing: read aloud, the text is another. */
const turning = '\\u202E';
const blankUnit = new RegExp(`[\\s\\u2800${invisibleUnits}${turning}]`);
const wide = /[\uFF01-\uFF5E]/g;
/** Every space but the ordinary one, tabs and line ends. */
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u2800\u3000]/g;
const dots = /[\u0387\u16EB\u2022\u2027\u2219\u22C5\u25CF\u2E31\u2E33\u30FB\u318D\uA78F\uFF65]/g;
const dashes = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63]/g;
const apostrophes = /[`\u00B4\u02B9\u02BB\u02BC\u02C8\u2018\u2019\u201B\u2032]/g;

/** Without the marks that are drawn as nothing; the one that turns text round stays, and is refused by whoever checks. */
export const withoutInvisible = (typed: string): string => typed.replace(invisible, '');

/** Without spaces and invisible marks at the ends; the middle stays as it is. Linear in the length. */
export function trimTyped(typed: string): string {
  let [from, to] = [0, typed.length];
  while (from < to && isBlank(typed, from)) from += 1;
  while (from < to && isBlank(typed, to - 1)) to -= 1;
  return typed.slice(from, to);
}

/** Whether a code unit is blank by itself, or half of a pair that is. */
function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0xdb40) return true;
  if (unit >= 0xdc00 && unit <= 0xdfff) return text.charCodeAt(at - 1) === 0xdb40;
  return blankUnit.test(text.charAt(at));
}

/** Full-width letters, digits and signs as plain ones, and every wide or narrow space as the ordinary one. */
export const foldWidth = (typed: string): string =>
  typed.replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(spaces, ' ');

/** Every dot in the middle of a line as `·`, every dash as `-`, every apostrophe as `'`, besides what {@link foldWidth} folds. */
export const foldSigns = (typed: string): string =>
  foldWidth(typed).replace(dots, '·').replace(dashes, '-').replace(apostrophes, "'");

/** Free text: invisible marks gone, nothing blank at the ends; wide signs stay, for Chinese is written with them. */
export const plainText = (typed: string): string => trimTyped(withoutInvisible(typed));

/** A line to search or sign in by: free text with its wide characters folded. */
export const plainLine = (typed: string): string => foldWidth(plainText(typed));

/** A number of a document: signs folded, no spaces and no marks, upper case. */
export const plainNumber = (typed: string): string =>
  foldSigns(withoutInvisible(trimTyped(typed)).toUpperCase()).replace(/\s/g, '');

/** A code, plate or card number, which people write with dots, dashes and spaces that are none of it. */
export const plainCode = (typed: string): string => plainNumber(typed).replace(/[-·._]/g, '');

/** The digits of what was typed into a field for digits. */
export const plainDigits = (typed: string): string => plainNumber(typed).replace(/\D/g, '');
