import type { Text } from '../text';
import type { ExtractRow, extractGrounds, extractRecipients, manifestPurposes } from './extracts-api';

/** What a manifest is opened for. */
export const manifestPurposeTexts: Readonly<Record<(typeof manifestPurposes)[number], Text>> = {
  complaint: { zh: '处理投诉', en: 'handling a complaint' },
  'lost-property': { zh: '寻找失主', en: 'finding an owner of lost property' },
  accident: { zh: '事故处置', en: 'an accident' },
  'registration-check': { zh: '核对登记是否真实', en: 'checking that registrations are true' },
  inspection: { zh: '监督检查', en: 'an inspection' },
};

/** Authorities that receive extracts. */
export const recipientTexts: Readonly<Record<(typeof extractRecipients)[number], Text>> = {
  health: { zh: '卫生健康部门', en: 'Health authority' },
  'public-security': { zh: '公安机关', en: 'Public security' },
  'emergency-response': { zh: '应急管理部门', en: 'Emergency management' },
  court: { zh: '人民法院', en: 'Court' },
};

/** Laws on which extracts rest. */
export const groundTexts: Readonly<Record<(typeof extractGrounds)[number], Text>> = {
  'infectious-disease-law': { zh: '传染病防治法', en: 'Law on infectious diseases' },
  'public-health-emergency-rules': { zh: '突发公共卫生事件应急条例', en: 'Rules for public health emergencies' },
  'counter-terrorism-law': { zh: '反恐怖主义法', en: 'Counter-terrorism law' },
  'criminal-procedure-law': { zh: '刑事诉讼法', en: 'Criminal procedure law' },
  'road-transport-rules': { zh: '道路运输条例', en: 'Rules for road transport' },
};

/** Where a request for an extract stands. */
export const extractStateTexts: Readonly<Record<ExtractRow['state'], Text>> = {
  open: { zh: '待批准', en: 'Waits for approval' },
  expired: { zh: '已过期', en: 'Expired' },
  approved: { zh: '已批准，可打开', en: 'Approved, open' },
  rejected: { zh: '已否决', en: 'Rejected' },
  ended: { zh: '已关闭', en: 'Closed' },
};
