import type { Text } from '../../text';
import type { UnreadableCell } from './cell';

/** What can be wrong with a cell, each with what to write instead. */
export const problemTexts = {
  absent: { zh: '没有填写。', en: 'Nothing is written here.' },
  'digits-lost': {
    zh: '表格把号码变成了数字，末尾几位已经丢失。请把该列设为“文本”后重新填写号码。',
    en: 'The spreadsheet turned the number into a figure and its last digits are lost. Make the column text and write the number again.',
  },
  moment: {
    zh: '看不出发车的日期和时间。请写成 2022-06-02 14:20，或日期、时间各一列。',
    en: 'No date and time of departure. Write 2022-06-02 14:20, or the date and the time in a column each.',
  },
  'out-of-time': {
    zh: '发车时间过早或在将来，请核对年份和日期。',
    en: 'The departure is too long ago or in the future. Check year and date.',
  },
  plate: { zh: '不是有效的车牌号，例如 辽A12345。', en: 'Not a plate, such as 辽A12345.' },
  service: { zh: '请写“班线”或“包车”。', en: 'Write “line” or “charter”.' },
  'too-long': { zh: '太长，请写短一些。', en: 'Too long. Write less.' },
  count: { zh: '请写 1 到 200 之间的人数。', en: 'Write a number of people from 1 to 200.' },
  name: {
    zh: '请按证件填写姓名，只用文字，不用数字和符号。',
    en: 'Write the name as on the document, in letters only.',
  },
  'document-kind': {
    zh: '不认识这种证件。请写居民身份证、护照、港澳居民来往内地通行证等。',
    en: 'An unknown kind of document. Write Resident ID card, Passport, Travel permit (HK, Macao) or another.',
  },
  'document-kind-needed': {
    zh: '从号码看不出是哪种证件，请填写证件类型。',
    en: 'The number does not say which kind of document it is. Write the kind.',
  },
  phone: { zh: '请写 11 位手机号，境外号码以 + 开头。', en: 'Write 11 digits, a number abroad beginning with +.' },
  present: { zh: '请写“是”或“否”，没有核验就留空。', en: 'Write “yes” or “no”; leave it empty where nobody looked.' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a cell cannot be read. */
export const unreadableTexts: Readonly<Record<UnreadableCell, Text>> = {
  'formula-error': {
    zh: '公式没有结果或结果是错误。请填写数值。',
    en: 'The formula has no result, or an error. Write the value.',
  },
  'merged-across': {
    zh: '与旁边的列合并了，不知道属于哪一列。请取消合并。',
    en: 'Merged with the columns beside it. Take the merge apart.',
  },
  'too-long': { zh: '这一格内容过长，无法读取。', en: 'The cell holds too much to be read.' },
};

/** Words for yes and no, kinds of service and documents, as ledgers write them. */
export const ledgerWords = {
  yes: ['是', '有', '到', '已到', '在', '√', '✓', '✔', 'y', 'yes', '1', 'true', 'present'],
  no: ['否', '无', '未到', '未登车', '不在', '×', '✗', 'x', 'n', 'no', '0', 'false', 'absent'],
  line: ['班线', '班车', '客运班线', 'line'],
  charter: ['包车', '旅游包车', '旅游', 'charter'],
} as const;

/** Further names of documents, beside those that the product has. */
export const otherDocumentNames = {
  'resident-id': ['身份证', '二代身份证', '居民身份证', 'id card', 'id'],
  'hmt-residence-permit': ['港澳台居住证', '港澳台居民居住证', '居住证'],
  'foreign-permanent-residence': ['永久居留证', '永居证', '外国人永久居留证'],
  'hk-macao-travel-permit': ['回乡证', '港澳通行证', '港澳居民来往内地通行证'],
  'taiwan-travel-permit': ['台胞证', '台湾居民来往大陆通行证'],
  passport: ['护照', 'passport'],
  other: ['其他', '其他证件', 'other'],
} as const;
