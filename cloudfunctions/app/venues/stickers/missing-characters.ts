import type { Text } from '@tongcheng/shared/text';
import type { FontFace } from '../../../ports/font-files';
import type { Sticker } from './sticker';

/** All that stickers print, for whoever looks for fonts. */
export const printedText = (stickers: readonly Sticker[]): string => stickers.map(printed).join('');

/** The sticker with signs that no face holds in their plain form (NFKC: Ⅱ as II), where faces hold that. */
export const inHeldForms = (faces: readonly FontFace[], sticker: Sticker): Sticker => {
  const isHeld = (text: string) => [...text].every((character) => faces.some(({ holds }) => holds(character)));
  const held = (text: string): string =>
    [...text]
      .map((character) =>
        !isHeld(character) && isHeld(character.normalize('NFKC')) ? character.normalize('NFKC') : character,
      )
      .join('');
  const both = ({ zh, en }: Text): Text => ({ zh: held(zh), en: held(en) });
  const { name, line, plate, place } = sticker;
  return {
    ...sticker,
    name: both(name),
    ...(place && { place: both(place) }),
    ...(line && { line: both(line) }),
    ...(plate !== undefined && { plate: held(plate) }),
  };
};

/** Characters that no face holds, each venue's in a line that names it: `𧒽岗 Dagang: 𧒽`. */
export const missingCharacters = (faces: readonly FontFace[], stickers: readonly Sticker[]): readonly string[] => {
  const lines = stickers.flatMap((sticker) => {
    const lacking = [...new Set(printed(sticker))].filter((character) => !faces.some(({ holds }) => holds(character)));
    return lacking.length === 0 ? [] : [`${sticker.name.zh} ${sticker.name.en}: ${lacking.join(' ')}`];
  });
  return [...new Set(lines)];
};

/** Every text of a sticker in both languages; the link is drawn as a code. */
const printed = ({ link: _drawn, ...texts }: Sticker): string =>
  Object.values(texts)
    .flatMap((text) => (typeof text === 'object' ? [text.zh, text.en] : typeof text === 'string' ? [text] : []))
    .join('')
    .replace(/\s/g, '');
