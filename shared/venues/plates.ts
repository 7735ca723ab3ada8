import { plainCode } from '../typed-text';

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const letter = '[A-HJ-NP-Z]';
const sign = '[A-HJ-NP-Z0-9]';
const energy = '[A-HJK]';

/** Design/domain.md, plates: ordinary ones, new energy small (letter first) and large (letter last); always the whole text. */
const patterns = [
  new RegExp(`^${province}${letter}${sign}{4}(?:${sign}|[挂学警港澳])$`),
  new RegExp(`^${province}${letter}${energy}${sign}\\d{4}$`),
  new RegExp(`^${province}${letter}\\d{5}${energy}$`),
];

/** A plate as it is kept: upper case, without dot, dash or space. At most 8 characters when it is one. */
export const plainPlate = plainCode;

/** Whether a plain plate is one that can exist. */
export const isPlate = (plain: string): boolean => patterns.some((pattern) => pattern.test(plain));

/** A plain plate as it is painted: 鄂A·12345. */
export const paintedPlate = (plain: string): string => `${plain.slice(0, 2)}·${plain.slice(2)}`;
