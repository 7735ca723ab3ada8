import { failureCatalogue } from '../failure-entry';

/** Refusals about partner systems. */
export const partnerFailures = failureCatalogue({
  'partner-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这个合作系统，或不在您的管辖范围。',
    en: 'This partner system was not found, or is not within your cities and provinces.',
  },
  'key-id-taken': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个密钥编号已经用过。编号永不重用，请换一个。',
    en: 'This key id was used before. Ids are never used again; choose another.',
  },
  'key-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '这个合作系统没有这把密钥。',
    en: 'The partner system has no such key.',
  },
});
