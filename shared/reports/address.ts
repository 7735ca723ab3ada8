import type { Text } from '../text';

const pattern = /^[^\p{Cc}\p{Cf}\s<>,;:"()[\]\\@]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){0,8}[\p{L}\p{N}-]{1,63}$/u;

/** Whether a text can be used as one e-mail address: no name, no list, nothing that ends a header. Linear in its length. */
export const isMailAddress = (text: string): boolean => text.length <= 200 && pattern.test(text);

/** Whether a text can be the OpenID of a follower of a service account. */
export const isWechatAccount = (text: string): boolean => /^o[A-Za-z0-9_-]{27}$/.test(text);

/** What a part of an address between `@` and dots may be: plain ASCII, or Chinese with digits. */
const plainPart = /^[\x21-\x7e]*$/;
const chinesePart = /^[\p{Script=Han}\d-]*$/u;
/** A name of other letters as machines write it: nobody sees which letters those are. */
const encodedPart = /^xn--/i;

/**
 * The first character of an address that may pass for another one: a letter of another script or width, Chinese among Latin letters, or the
 * whole of an encoded part. Undefined where every part is of one script that is read here. Such an address would send a report to a stranger.
 */
export function lookalikeIn(address: string): string | undefined {
  for (const part of address.split(/[@.]/)) {
    if (encodedPart.test(part)) return part;
    if (plainPart.test(part) || chinesePart.test(part)) continue;
    const other = Array.from(part).find((character) => !plainPart.test(character) && !chinesePart.test(character));
    return other ?? Array.from(part).find((character) => !plainPart.test(character));
  }
  return undefined;
}

/** A look-alike by its name, `“а” (U+0430)`: the character itself shows nothing. */
export const lookalikeName = (found: string): string =>
  Array.from(found).length > 1 ? found : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What whoever typed the address reads at the field. */
export const lookalikeText = (found: string): Text => ({
  zh: `地址里的“${found}”（${lookalikeName(found)}）容易与别的字母混淆，可能寄给陌生人。请用英文字母逐字重新输入；中文域名每一段只用汉字。`,
  en: `“${found}” (${lookalikeName(found)}) in the address may pass for other letters and send reports to a stranger. Type it anew in plain letters; in a Chinese domain each part is Chinese only.`,
});
