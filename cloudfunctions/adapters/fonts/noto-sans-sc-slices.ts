// Long because a bundler takes a file by its written path only: one line for each numbered file of the package; a test holds that none lacks.

import f4 from '@fontsource/noto-sans-sc/files/noto-sans-sc-4-700-normal.woff';
import f5 from '@fontsource/noto-sans-sc/files/noto-sans-sc-5-700-normal.woff';
import f6 from '@fontsource/noto-sans-sc/files/noto-sans-sc-6-700-normal.woff';
import f21 from '@fontsource/noto-sans-sc/files/noto-sans-sc-21-700-normal.woff';
import f22 from '@fontsource/noto-sans-sc/files/noto-sans-sc-22-700-normal.woff';
import f23 from '@fontsource/noto-sans-sc/files/noto-sans-sc-23-700-normal.woff';
import f24 from '@fontsource/noto-sans-sc/files/noto-sans-sc-24-700-normal.woff';
import f25 from '@fontsource/noto-sans-sc/files/noto-sans-sc-25-700-normal.woff';
import f26 from '@fontsource/noto-sans-sc/files/noto-sans-sc-26-700-normal.woff';
import f27 from '@fontsource/noto-sans-sc/files/noto-sans-sc-27-700-normal.woff';
import f28 from '@fontsource/noto-sans-sc/files/noto-sans-sc-28-700-normal.woff';
import f29 from '@fontsource/noto-sans-sc/files/noto-sans-sc-29-700-normal.woff';
import f30 from '@fontsource/noto-sans-sc/files/noto-sans-sc-30-700-normal.woff';
import f31 from '@fontsource/noto-sans-sc/files/noto-sans-sc-31-700-normal.woff';
import f32 from '@fontsource/noto-sans-sc/files/noto-sans-sc-32-700-normal.woff';
import f33 from '@fontsource/noto-sans-sc/files/noto-sans-sc-33-700-normal.woff';
import f34 from '@fontsource/noto-sans-sc/files/noto-sans-sc-34-700-normal.woff';
import f35 from '@fontsource/noto-sans-sc/files/noto-sans-sc-35-700-normal.woff';
import f36 from '@fontsource/noto-sans-sc/files/noto-sans-sc-36-700-normal.woff';
import f37 from '@fontsource/noto-sans-sc/files/noto-sans-sc-37-700-normal.woff';
import f38 from '@fontsource/noto-sans-sc/files/noto-sans-sc-38-700-normal.woff';
import f39 from '@fontsource/noto-sans-sc/files/noto-sans-sc-39-700-normal.woff';
import f40 from '@fontsource/noto-sans-sc/files/noto-sans-sc-40-700-normal.woff';
import f41 from '@fontsource/noto-sans-sc/files/noto-sans-sc-41-700-normal.woff';
import f42 from '@fontsource/noto-sans-sc/files/noto-sans-sc-42-700-normal.woff';
import f43 from '@fontsource/noto-sans-sc/files/noto-sans-sc-43-700-normal.woff';
import f44 from '@fontsource/noto-sans-sc/files/noto-sans-sc-44-700-normal.woff';
import f45 from '@fontsource/noto-sans-sc/files/noto-sans-sc-45-700-normal.woff';
import f46 from '@fontsource/noto-sans-sc/files/noto-sans-sc-46-700-normal.woff';
import f47 from '@fontsource/noto-sans-sc/files/noto-sans-sc-47-700-normal.woff';
import f48 from '@fontsource/noto-sans-sc/files/noto-sans-sc-48-700-normal.woff';
import f49 from '@fontsource/noto-sans-sc/files/noto-sans-sc-49-700-normal.woff';
import f50 from '@fontsource/noto-sans-sc/files/noto-sans-sc-50-700-normal.woff';
import f51 from '@fontsource/noto-sans-sc/files/noto-sans-sc-51-700-normal.woff';
import f52 from '@fontsource/noto-sans-sc/files/noto-sans-sc-52-700-normal.woff';
import f53 from '@fontsource/noto-sans-sc/files/noto-sans-sc-53-700-normal.woff';
import f54 from '@fontsource/noto-sans-sc/files/noto-sans-sc-54-700-normal.woff';
import f55 from '@fontsource/noto-sans-sc/files/noto-sans-sc-55-700-normal.woff';
import f56 from '@fontsource/noto-sans-sc/files/noto-sans-sc-56-700-normal.woff';
import f57 from '@fontsource/noto-sans-sc/files/noto-sans-sc-57-700-normal.woff';
import f58 from '@fontsource/noto-sans-sc/files/noto-sans-sc-58-700-normal.woff';
import f59 from '@fontsource/noto-sans-sc/files/noto-sans-sc-59-700-normal.woff';
import f60 from '@fontsource/noto-sans-sc/files/noto-sans-sc-60-700-normal.woff';
import f61 from '@fontsource/noto-sans-sc/files/noto-sans-sc-61-700-normal.woff';
import f62 from '@fontsource/noto-sans-sc/files/noto-sans-sc-62-700-normal.woff';
import f63 from '@fontsource/noto-sans-sc/files/noto-sans-sc-63-700-normal.woff';
import f64 from '@fontsource/noto-sans-sc/files/noto-sans-sc-64-700-normal.woff';
import f65 from '@fontsource/noto-sans-sc/files/noto-sans-sc-65-700-normal.woff';
import f66 from '@fontsource/noto-sans-sc/files/noto-sans-sc-66-700-normal.woff';
import f67 from '@fontsource/noto-sans-sc/files/noto-sans-sc-67-700-normal.woff';
import f68 from '@fontsource/noto-sans-sc/files/noto-sans-sc-68-700-normal.woff';
import f69 from '@fontsource/noto-sans-sc/files/noto-sans-sc-69-700-normal.woff';
import f70 from '@fontsource/noto-sans-sc/files/noto-sans-sc-70-700-normal.woff';
import f71 from '@fontsource/noto-sans-sc/files/noto-sans-sc-71-700-normal.woff';
import f72 from '@fontsource/noto-sans-sc/files/noto-sans-sc-72-700-normal.woff';
import f73 from '@fontsource/noto-sans-sc/files/noto-sans-sc-73-700-normal.woff';
import f74 from '@fontsource/noto-sans-sc/files/noto-sans-sc-74-700-normal.woff';
import f75 from '@fontsource/noto-sans-sc/files/noto-sans-sc-75-700-normal.woff';
import f76 from '@fontsource/noto-sans-sc/files/noto-sans-sc-76-700-normal.woff';
import f77 from '@fontsource/noto-sans-sc/files/noto-sans-sc-77-700-normal.woff';
import f78 from '@fontsource/noto-sans-sc/files/noto-sans-sc-78-700-normal.woff';
import f79 from '@fontsource/noto-sans-sc/files/noto-sans-sc-79-700-normal.woff';
import f80 from '@fontsource/noto-sans-sc/files/noto-sans-sc-80-700-normal.woff';
import f81 from '@fontsource/noto-sans-sc/files/noto-sans-sc-81-700-normal.woff';
import f82 from '@fontsource/noto-sans-sc/files/noto-sans-sc-82-700-normal.woff';
import f83 from '@fontsource/noto-sans-sc/files/noto-sans-sc-83-700-normal.woff';
import f84 from '@fontsource/noto-sans-sc/files/noto-sans-sc-84-700-normal.woff';
import f85 from '@fontsource/noto-sans-sc/files/noto-sans-sc-85-700-normal.woff';
import f86 from '@fontsource/noto-sans-sc/files/noto-sans-sc-86-700-normal.woff';
import f87 from '@fontsource/noto-sans-sc/files/noto-sans-sc-87-700-normal.woff';
import f88 from '@fontsource/noto-sans-sc/files/noto-sans-sc-88-700-normal.woff';
import f89 from '@fontsource/noto-sans-sc/files/noto-sans-sc-89-700-normal.woff';
import f90 from '@fontsource/noto-sans-sc/files/noto-sans-sc-90-700-normal.woff';
import f91 from '@fontsource/noto-sans-sc/files/noto-sans-sc-91-700-normal.woff';
import f97 from '@fontsource/noto-sans-sc/files/noto-sans-sc-97-700-normal.woff';
import f98 from '@fontsource/noto-sans-sc/files/noto-sans-sc-98-700-normal.woff';
import f99 from '@fontsource/noto-sans-sc/files/noto-sans-sc-99-700-normal.woff';
import f100 from '@fontsource/noto-sans-sc/files/noto-sans-sc-100-700-normal.woff';
import f101 from '@fontsource/noto-sans-sc/files/noto-sans-sc-101-700-normal.woff';
import f102 from '@fontsource/noto-sans-sc/files/noto-sans-sc-102-700-normal.woff';
import f103 from '@fontsource/noto-sans-sc/files/noto-sans-sc-103-700-normal.woff';
import f104 from '@fontsource/noto-sans-sc/files/noto-sans-sc-104-700-normal.woff';
import f105 from '@fontsource/noto-sans-sc/files/noto-sans-sc-105-700-normal.woff';
import f106 from '@fontsource/noto-sans-sc/files/noto-sans-sc-106-700-normal.woff';
import f107 from '@fontsource/noto-sans-sc/files/noto-sans-sc-107-700-normal.woff';
import f108 from '@fontsource/noto-sans-sc/files/noto-sans-sc-108-700-normal.woff';
import f109 from '@fontsource/noto-sans-sc/files/noto-sans-sc-109-700-normal.woff';
import f110 from '@fontsource/noto-sans-sc/files/noto-sans-sc-110-700-normal.woff';
import f111 from '@fontsource/noto-sans-sc/files/noto-sans-sc-111-700-normal.woff';
import f112 from '@fontsource/noto-sans-sc/files/noto-sans-sc-112-700-normal.woff';
import f113 from '@fontsource/noto-sans-sc/files/noto-sans-sc-113-700-normal.woff';
import f114 from '@fontsource/noto-sans-sc/files/noto-sans-sc-114-700-normal.woff';
import f115 from '@fontsource/noto-sans-sc/files/noto-sans-sc-115-700-normal.woff';
import f116 from '@fontsource/noto-sans-sc/files/noto-sans-sc-116-700-normal.woff';
import f117 from '@fontsource/noto-sans-sc/files/noto-sans-sc-117-700-normal.woff';
import f118 from '@fontsource/noto-sans-sc/files/noto-sans-sc-118-700-normal.woff';
import f119 from '@fontsource/noto-sans-sc/files/noto-sans-sc-119-700-normal.woff';
import ranges from '@fontsource/noto-sans-sc/unicode.json';

const paths: Readonly<Record<string, string>> = {
  '[4]': f4,
  '[5]': f5,
  '[6]': f6,
  '[21]': f21,
  '[22]': f22,
  '[23]': f23,
  '[24]': f24,
  '[25]': f25,
  '[26]': f26,
  '[27]': f27,
  '[28]': f28,
  '[29]': f29,
  '[30]': f30,
  '[31]': f31,
  '[32]': f32,
  '[33]': f33,
  '[34]': f34,
  '[35]': f35,
  '[36]': f36,
  '[37]': f37,
  '[38]': f38,
  '[39]': f39,
  '[40]': f40,
  '[41]': f41,
  '[42]': f42,
  '[43]': f43,
  '[44]': f44,
  '[45]': f45,
  '[46]': f46,
  '[47]': f47,
  '[48]': f48,
  '[49]': f49,
  '[50]': f50,
  '[51]': f51,
  '[52]': f52,
  '[53]': f53,
  '[54]': f54,
  '[55]': f55,
  '[56]': f56,
  '[57]': f57,
  '[58]': f58,
  '[59]': f59,
  '[60]': f60,
  '[61]': f61,
  '[62]': f62,
  '[63]': f63,
  '[64]': f64,
  '[65]': f65,
  '[66]': f66,
  '[67]': f67,
  '[68]': f68,
  '[69]': f69,
  '[70]': f70,
  '[71]': f71,
  '[72]': f72,
  '[73]': f73,
  '[74]': f74,
  '[75]': f75,
  '[76]': f76,
  '[77]': f77,
  '[78]': f78,
  '[79]': f79,
  '[80]': f80,
  '[81]': f81,
  '[82]': f82,
  '[83]': f83,
  '[84]': f84,
  '[85]': f85,
  '[86]': f86,
  '[87]': f87,
  '[88]': f88,
  '[89]': f89,
  '[90]': f90,
  '[91]': f91,
  '[97]': f97,
  '[98]': f98,
  '[99]': f99,
  '[100]': f100,
  '[101]': f101,
  '[102]': f102,
  '[103]': f103,
  '[104]': f104,
  '[105]': f105,
  '[106]': f106,
  '[107]': f107,
  '[108]': f108,
  '[109]': f109,
  '[110]': f110,
  '[111]': f111,
  '[112]': f112,
  '[113]': f113,
  '[114]': f114,
  '[115]': f115,
  '[116]': f116,
  '[117]': f117,
  '[118]': f118,
  '[119]': f119,
};

/** A numbered file of Noto Sans SC, bold, and which characters it holds. */
export interface Slice {
  readonly name: string;
  readonly path: string;
  readonly holds: (codePoint: number) => boolean;
}

/** All numbered files: 12,296 Chinese characters in all, and signs. */
export const slices: readonly Slice[] = Object.entries(ranges).flatMap(([name, text]) => {
  const path = paths[name];
  if (path === undefined) return [];
  const parts = text.split(',').map((part) =>
    part
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16)),
  );
  return [
    { name, path, holds: (point: number) => parts.some(([from = -1, to = from]) => from <= point && point <= to) },
  ];
});
