/** Excel refuses a workbook with a longer cell; counted in UTF-16 units. */
export const longestCell = 32_767;

/**
 * Characters that make a cell lie or break the file: controls, halves of surrogate pairs, marks that turn the reading
 * direction, invisible ones (soft hyphen, zero-width space, word joiner and its kin, byte order mark, tags), line and
 * paragraph separators, non-characters. Joiners (U+200C, U+200D) stay: names of some peoples need them.
 */
const unwanted =
  '[\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffc\\ufffe\\uffff\\u{e0000}-\\u{e0fff}]';
const anyUnwanted = new RegExp(unwanted, 'u');
const eachUnwanted = new RegExp(unwanted, 'gu');

const separator = /[\t\n\v\f\r\u0085\u2028\u2029]/;
const halfPair = /\p{Cs}/u;

const inPlaceOf = (found: string): string => {
  if (separator.test(found)) return ' ';
  return halfPair.test(found) ? '\ufffd' : '';
};

/**
 * A text as a cell may hold it: without characters that deceive, well-formed Unicode, at most {@link longestCell} long
 * (a cut one ends with …). What a person sees of an honest text is unchanged.
 */
export const cellText = (text: string): string => {
  const clean = anyUnwanted.test(text) ? text.replace(eachUnwanted, inPlaceOf) : text;
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…` : clean;
};
