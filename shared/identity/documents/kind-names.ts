import type { Text } from '../../text';
import type { DocumentKind } from './kinds';

/** The kinds of documents as people call them. */
export const documentKindNames = {
  'resident-id': { zh: '居民身份证', en: 'Resident ID card' },
  'hmt-residence-permit': { zh: '港澳台居民居住证', en: 'Residence permit (HK, Macao, Taiwan)' },
  'foreign-permanent-residence': { zh: '外国人永久居留身份证', en: 'Permanent residence card (foreigners)' },
  'hk-macao-travel-permit': { zh: '港澳居民来往内地通行证', en: 'Travel permit (HK, Macao)' },
  'taiwan-travel-permit': { zh: '台湾居民来往大陆通行证', en: 'Travel permit (Taiwan)' },
  passport: { zh: '护照', en: 'Passport' },
  other: { zh: '其他证件', en: 'Another document' },
} as const satisfies Readonly<Record<DocumentKind, Text>>;
