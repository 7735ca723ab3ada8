/** Full-width digits and letters of a Chinese keyboard folded, spaces of copying removed, upper case. */
export const tidyNumber = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')
    .toUpperCase();
