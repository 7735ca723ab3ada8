import type { Text } from '../text';
import type { manifestPurposes } from './extracts-api';

/** What a manifest is opened for. */
export const manifestPurposeTexts: Readonly<Record<(typeof manifestPurposes)[number], Text>> = {
  complaint: { zh: '处理投诉', en: 'handling a complaint' },
  'lost-property': { zh: '寻找失主', en: 'finding an owner of lost property' },
  accident: { zh: '事故处置', en: 'an accident' },
  'registration-check': { zh: '核对登记是否真实', en: 'checking that registrations are true' },
  inspection: { zh: '监督检查', en: 'an inspection' },
};
