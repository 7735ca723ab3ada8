import { readFile } from 'node:fs/promises';
import chinesePath from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff';
import latinPath from '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-700-normal.woff';
import type { FontFace, FontFiles } from '../../ports/font-files';
import { slices } from './noto-sans-sc-slices';
import { unpackWoff } from './unpack-woff';

/**
 * Noto Sans SC, bold, under the SIL Open Font License. The build puts the files beside the bundle. Characters of place names that the
 * simplified Chinese file lacks (滠口, 涢水, 瀍河, 上垴) are in small numbered files, read when a text has one of theirs.
 */
export const makeNotoSansSc = (): FontFiles => {
  const read = new Map<string, Promise<FontFace>>();
  const face = (name: string, path: string): Promise<FontFace> => {
    const known = read.get(name) ?? readFace(name, path);
    read.set(name, known);
    return known;
  };
  return {
    faces: async (text) => {
      const [latin, chinese] = await Promise.all([face('latin', latinPath), face('chinese', chinesePath)]);
      const rare = [...new Set(text)].filter((character) => !latin.holds(character) && !chinese.holds(character));
      const needed = slices.filter(({ holds }) => rare.some((character) => holds(character.codePointAt(0) ?? 0)));
      return [latin, ...(await Promise.all(needed.map(({ name, path }) => face(name, path)))), chinese];
    },
  };
};

async function readFace(name: string, path: string): Promise<FontFace> {
  const { create } = await import('fontkit');
  const bytes = unpackWoff(await readFile(new URL(path, import.meta.url)));
  const font = create(bytes);
  const holds = (character: string) =>
    'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return { name, bytes, holds };
}
