import type { Text } from '../../text';
import type { NextAction, ReasonCode } from '../meanings';
import { channelNames } from './channels';
import type { ReasonFacts } from './facts';

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
