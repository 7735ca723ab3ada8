/** Names keep their first character: 张**, 买买提·艾力 → 买**; Latin names their initials: John Smith → J. S. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const first = characters[0];
  if (first === undefined) return '**';
  if (!/[A-Za-z\u00C0-\u024F]/.test(first)) return `${first}**`;
  return name
    .trim()
    .split(/\s+/)
    .map((word) => `${Array.from(word)[0] ?? ''}.`)
    .join(' ');
}

/** Document numbers keep the first character and the last two. Never 6+4: that leaves only some 3,350 candidates. */
export const maskDocument = (number: string): string => keepEnds(number, 1, 2);

/** What staff see who must compare with a document: the first character and the last four. */
export const maskDocumentForComparison = (number: string): string => keepEnds(number, 1, 4);

/** Phones keep three and four digits. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4);

/** Plates keep province, letter, the first and the last character: 苏D4***0. */
export const maskPlate = (plate: string): string => keepEnds(plate, 3, 1);

/** The last four characters of a card number. */
export const lastFour = (number: string): string => number.slice(-4);

/** Keeps both ends; something shorter than both ends and two more shows its first character only. */
function keepEnds(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - first - last;
  if (hidden < 2) return `${characters[0] ?? ''}**`;
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + characters.slice(-last).join('');
}
