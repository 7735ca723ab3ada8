import type { Text } from '../../text';
import type { Instant } from '../../time';
import type { NextAction, ReasonCode } from '../meanings';

/** What a reason's words may speak of besides the code. Everything comes from the record, so a repeat says the same. */
export interface ReasonFacts {
  /** When the verdict was given. */
  readonly at: Instant;
  readonly source?: string;
  readonly issuedAt?: Instant;
  readonly expiresAt?: Instant;
  /** W-07: the channel in which a status exists though it is missing here. */
  readonly statusElsewhere?: 'wechat' | 'alipay';
}

/** The apps in which a status may have been obtained (W-07). */
export const channelNames: Readonly<Record<'wechat' | 'alipay', Text>> = {
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
};

/** What the button of each way on says, where the reason has no better words. */
export const nextStepTexts: Readonly<Record<NextAction, Text>> = {
  authenticate: { zh: '去实名认证', en: 'Verify my identity' },
  'complete-status': { zh: '补全健康信息', en: 'Complete my health status' },
  'use-other-channel': { zh: '改用另一个应用', en: 'Use the other app' },
  appeal: { zh: '申诉', en: 'Appeal' },
  'see-hotline': { zh: '联系社区或服务热线', en: 'Call the community or the hotline' },
  'find-test': { zh: '查找附近的检测点', en: 'Find a test site nearby' },
  'scan-again': { zh: '重新扫码', en: 'Scan again' },
  'ask-staff': { zh: '请工作人员处理', en: 'Ask staff' },
};

/** A way on; without words of its own it says what its action says everywhere. */
interface Way {
  readonly action: NextAction;
  readonly text?: Text;
}

/** Where a reason leads: one way always, a second where there is one. */
export interface Ways {
  readonly next: Way;
  readonly alternative?: Way;
}

const ways = (next: NextAction, alternative?: NextAction): Ways =>
  alternative === undefined
    ? { next: { action: next } }
    : { next: { action: next }, alternative: { action: alternative } };

const table: Readonly<Record<ReasonCode, Ways>> = {
  'identity-missing': ways('authenticate', 'ask-staff'),
  'status-red': ways('appeal', 'see-hotline'),
  'status-yellow': ways('appeal', 'see-hotline'),
  'status-missing': ways('complete-status', 'ask-staff'),
  'status-expired': ways('complete-status', 'ask-staff'),
  'status-not-yet-valid': ways('ask-staff', 'complete-status'),
  'status-unavailable': ways('ask-staff', 'scan-again'),
  'test-too-old': ways('find-test', 'see-hotline'),
  'test-positive': ways('see-hotline', 'appeal'),
  'test-missing': ways('find-test', 'see-hotline'),
  'test-unavailable': ways('ask-staff', 'scan-again'),
  'code-revoked': ways('scan-again', 'ask-staff'),
  'code-forged': ways('ask-staff', 'scan-again'),
  'code-foreign': ways('scan-again', 'ask-staff'),
  'code-unknown': ways('scan-again', 'ask-staff'),
  'code-demonstration': ways('scan-again'),
};

/** The ways on from a reason. W-07: a status that exists elsewhere offers the other app and completing it here. */
export const reasonWays = (code: ReasonCode, { statusElsewhere }: Pick<ReasonFacts, 'statusElsewhere'>): Ways => {
  if (code !== 'status-missing' || statusElsewhere === undefined) return table[code];
  const { zh, en } = channelNames[statusElsewhere];
  return {
    next: { action: 'use-other-channel', text: { zh: `改用${zh}扫码`, en: `Scan with ${en}` } },
    alternative: { action: 'complete-status' },
  };
};
