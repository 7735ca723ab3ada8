import type { Relation } from '@tongcheng/shared/identity/family';
import type { OwnAccess } from '@tongcheng/shared/rights/wire';
import type { Text } from '@tongcheng/shared/text';

/** Who looked, in the words of an export. */
export const lookerWords: Readonly<Record<OwnAccess['who'], Text>> = {
  timer: { zh: '系统自动', en: 'the system' },
  recipient: { zh: '日报收件人', en: 'a recipient of the report' },
  bureau: { zh: '交通运输局', en: 'the transport bureau' },
  health: { zh: '疾控机构', en: 'the health office' },
  operator: { zh: '运营单位', en: 'the operator' },
  desk: { zh: '服务台', en: 'a service desk' },
  rider: { zh: '本人', en: 'yourself' },
};

/** What was done. */
export const purposeWords: Readonly<Record<OwnAccess['purpose'], Text>> = {
  'daily-report': { zh: '生成当天的日报', en: 'formed the report of the day' },
  'report-download': { zh: '下载日报', en: 'downloaded the report' },
  'report-password': { zh: '查看日报密码', en: 'opened the report’s password' },
  'report-delivery': { zh: '发送日报', en: 'sent the report' },
  appeal: { zh: '处理申诉', en: 'worked on the appeal' },
  tracing: { zh: '查找与病例同乘的人，以便通知', en: 'looked for people who rode with a case, to tell them' },
  'own-data': { zh: '本人导出', en: 'own export' },
  'coach-manifest': { zh: '查看客车乘客清单', en: 'opened the manifest of your coach' },
  'card-unlinked': { zh: '解除或挂失了您的交通卡', en: 'unlinked or blocked a card of yours' },
  'temporary-pass': { zh: '办理或出示临时乘车身份证明', en: 'temporary identity pass applied for or shown' },
  'identity-proof': { zh: '核对证件，确认账户是本人的', en: 'compared the document and confirmed an account as yours' },
};

/** What somebody is to the rider. */
export const relationWords: Readonly<Record<Relation, Text>> = {
  child: { zh: '孩子', en: 'child' },
  parent: { zh: '父母或长辈', en: 'parent or elder' },
  partner: { zh: '配偶', en: 'partner' },
  other: { zh: '其他家人', en: 'other family' },
};
