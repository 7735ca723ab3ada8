import type { Text } from '../../text';
import { plainNumber } from '../../typed-text';
import { citizenCheck } from './citizen-number';
import { documentKindNames } from './kind-names';
import { kindOfNumber } from './kind-of-number';
import type { DocumentKind, DocumentRefusal } from './kinds';

/** What the person reads at the field when a number is refused: what is wrong and how it should look. */
export function refusalText(kind: DocumentKind, reason: DocumentRefusal, typed: string): Text {
  if (reason === 'check-digit') return checkDigitText(plainNumber(typed));
  if (reason === 'birth-date') return birthDate;
  if (reason === 'kind') return otherKindText(kindOfNumber(plainNumber(typed)));
  return shapes[kind];
}

const checkDigitText = (number: string): Text => ({
  zh: `请核对号码：如果前 17 位无误，最后一位应为 ${citizenCheck(number)}。`,
  en: `Check the number: if the first 17 digits are right, the last character should be ${citizenCheck(number)}.`,
});

const birthDate: Text = {
  zh: '号码中间的出生日期（第 7 到 14 位）不是真实日期，请核对。',
  en: 'The date of birth inside the number (characters 7 to 14) is not a real date. Please check it.',
};

function otherKindText(kind: DocumentKind | undefined): Text {
  const name = kind && documentKindNames[kind];
  return {
    zh: `这个号码属于${name?.zh ?? '另一种证件'}。请改选这种证件。`,
    en: `This number belongs to another kind of document${name ? ` (${name.en})` : ''}. Choose that kind.`,
  };
}

/** How a number of each kind looks: said for a wrong length and for wrong characters alike. */
const shapes: Readonly<Record<DocumentKind, Text>> = {
  'resident-id': {
    zh: '身份证号是 18 位：17 位数字，最后一位是数字或 X。',
    en: 'A resident ID number has 18 characters: 17 digits, then a digit or X.',
  },
  'hmt-residence-permit': {
    zh: '居住证号是 18 位，以 81、82 或 83 开头，最后一位是数字或 X。',
    en: 'A residence permit number has 18 characters beginning with 81, 82 or 83; the last is a digit or X.',
  },
  'foreign-permanent-residence': {
    zh: '新版证号是 9 开头的 18 位；旧版是 3 个字母加 12 位数字。',
    en: 'The new form has 18 characters beginning with 9; the old one has 3 letters and 12 digits.',
  },
  'hk-macao-travel-permit': {
    zh: '号码以 H 或 M 开头，后面是 8 位数字（或再加 2 位换证次数）。',
    en: 'The number begins with H or M, then 8 digits (or 10 with the renewal count).',
  },
  'taiwan-travel-permit': { zh: '号码是 8 位或 10 位数字。', en: 'The number has 8 or 10 digits.' },
  passport: { zh: '护照号是 5 到 17 位大写字母和数字。', en: 'A passport number has 5 to 17 letters and digits.' },
  other: { zh: '请按证件填写 2 到 40 个字。', en: 'Write 2 to 40 characters as on the document.' },
};
