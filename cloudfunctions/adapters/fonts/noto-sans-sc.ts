import { readFile } from 'node:fs/promises';
import rarePath from '@fontsource/noto-sans-sc/files/noto-sans-sc-58-700-normal.woff';
import chinesePath from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff';
import latinPath from '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-700-normal.woff';
import type { FontFace, FontFiles } from '../../ports/font-files';
import { unpackWoff } from './unpack-woff';

/**
 * Characters of place names that the simplified Chinese file lacks (滠口, 豹澥). A test names those that are missing for a
 * city of `cities/`; `unicode.json` of the package then says which numbered file has them.
 */
const rare = '滠澥';

/** Noto Sans SC, bold, under the SIL Open Font License. The build puts the files beside the bundle. */
export const makeNotoSansSc = (): FontFiles => {
  let faces: Promise<readonly FontFace[]> | undefined;
  return {
    faces: () => {
      faces ??= readFaces();
      return faces;
    },
  };
};

function readFaces(): Promise<readonly FontFace[]> {
  return Promise.all([
    readFace('rare', rarePath, (character) => rare.includes(character)),
    readFace('latin', latinPath, (character) => character < '\u2c00'),
    readFace('chinese', chinesePath, () => true),
  ]);
}

async function readFace(name: string, path: string, holds: (character: string) => boolean): Promise<FontFace> {
  return { name, bytes: unpackWoff(await readFile(new URL(path, import.meta.url))), holds };
}
