import type { Text } from '../../text';
import type { NextAction } from '../meanings';

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
