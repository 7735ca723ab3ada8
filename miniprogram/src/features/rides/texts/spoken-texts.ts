import type { NextAction, ReasonCode } from '@tongcheng/shared/rides/meanings';
import { reasonOf } from '@tongcheng/shared/rides/reasons';
import { nextStepTexts } from '@tongcheng/shared/rides/reasons/ways';
import type { NextStep } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';
import { texts } from '../../../ui/words';
import { offlineScanTexts } from './offline-scan-texts';
import { verdictTexts } from './verdict-texts';

const next = ({ zh, en }: Text): Text => ({ zh: `下一步：${zh}`, en: `Next: ${en}` });
/** W-07: the way on names the app in which the status was obtained. */
const nextElsewhere = (channel: 'wechat' | 'alipay'): Text => {
  const code: ReasonCode = 'status-missing';
  return next(reasonOf(code, { at: 0, statusElsewhere: channel }).next.text);
};

/**
 * All that elder mode says aloud, one sentence each. There is a clip of every one by its name in both languages
 * (`tools/voice`); a name never changes its meaning, for programs on phones ask for clips by it.
 */
export const spokenTexts = texts({
  admit: verdictTexts.admit,
  refuse: verdictTexts.refuse,
  refer: verdictTexts.refer,
  grey: verdictTexts.grey,
  family: { zh: '有家人结果不同，请看屏幕', en: 'A family member has another result. See the screen' },
  offline: { zh: '离线', en: 'Offline' },
  kept: offlineScanTexts.word,
  delivered: offlineScanTexts.delivered,
  'next-authenticate': next(nextStepTexts.authenticate),
  'next-complete-status': next(nextStepTexts['complete-status']),
  'next-use-other-channel': next(nextStepTexts['use-other-channel']),
  'next-use-wechat': nextElsewhere('wechat'),
  'next-use-alipay': nextElsewhere('alipay'),
  'next-appeal': next(nextStepTexts.appeal),
  'next-see-hotline': next(nextStepTexts['see-hotline']),
  'next-find-test': next(nextStepTexts['find-test']),
  'next-scan-again': next(nextStepTexts['scan-again']),
  'next-ask-staff': next(nextStepTexts['ask-staff']),
});

/** The name of a sentence. */
export type SpokenName = keyof typeof spokenTexts;

/** What is said of a way on: the very words of its button where there is such a sentence, else what its action is called everywhere. */
export function wayOn({ action, text }: NextStep): SpokenName {
  const own = byApp.find((name) => spokenTexts[name].zh === next(text).zh);
  return own ?? byAction[action];
}

const byApp = ['next-use-wechat', 'next-use-alipay'] as const;

/** Complete by its type: an action without a sentence does not compile. */
const byAction: Readonly<Record<NextAction, SpokenName>> = {
  authenticate: 'next-authenticate',
  'complete-status': 'next-complete-status',
  'use-other-channel': 'next-use-other-channel',
  appeal: 'next-appeal',
  'see-hotline': 'next-see-hotline',
  'find-test': 'next-find-test',
  'scan-again': 'next-scan-again',
  'ask-staff': 'next-ask-staff',
};
