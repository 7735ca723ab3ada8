/** Why a name is refused. */
type NameRefusal = 'empty' | 'too-long' | 'characters';

/** What a name check answers: the form to store, or the reason. */
export type NameCheck =
  | { readonly valid: true; readonly stored: string }
  | { readonly valid: false; readonly reason: NameRefusal };

const longest = 40;

/** Han characters beyond the first plane, as pairs: extensions B and on, so that rare names are written as they are. */
const rareHan = '[\\uD840-\\uD8BF][\\uDC00-\\uDFFF]';
const han = '[\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]';
/** Letters with and without accents; no digits, no signs, so that no name can be a formula, a tag or a direction mark. */
const latin = '[A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u1E00-\\u1EFF]';
/** One Han character, rare ones included, for patterns that look for names elsewhere. */
export const hanCharacter = `(?:${han}|${rareHan})`;
/** A full stop between two Han characters: there it is never anything but the dot, on a keyboard that has none. */
const stopForDot = new RegExp(`(${hanCharacter}) ?\\. ?(?=${hanCharacter})`, 'g');
const allowed = new RegExp(`^(?:${han}|${rareHan}|${latin})(?:${han}|${rareHan}|${latin}|[ ·.'\\u2019-])*$`);

/**
 * A name as on the document: Han with rare characters, minority names with ·, Latin letters with accents, spaces, hyphen,
 * apostrophe. An allow-list (safety: names allow-listed at entry): it begins with a letter, so never with = + - @.
 */
export function checkName(typed: string): NameCheck {
  const stored = typed
    .normalize('NFC')
    .replace(/[•・･‧∙．●]/g, '·')
    .replace(/\u3000/g, ' ')
    .trim()
    .replace(/ {2,}/g, ' ')
    .replace(stopForDot, '$1·');
  if (stored === '') return { valid: false, reason: 'empty' };
  if (Array.from(stored).length > longest) return { valid: false, reason: 'too-long' };
  return allowed.test(stored) ? { valid: true, stored } : { valid: false, reason: 'characters' };
}
