import type { Decision } from '../rides/meanings';
import type { Text } from '../text';
import type { GateGround } from './gate-decision';

/** What a gate shows and says: what it is, and what to do. */
export interface GatePrompt {
  readonly shown: Text;
  /** What is said aloud; absent where a sound alone tells enough. */
  readonly said?: Text;
}

/** A light and a sound of its own for each outcome, so that who hears or sees little knows it too; never colour alone: each light has a sign. */
export interface GateSignal {
  readonly light: 'green' | 'yellow' | 'red';
  readonly sign: 'arrow' | 'person' | 'bar';
  /** `rising`: one short high tone; `double`: two middle ones; `falling`: one long low one. */
  readonly sound: 'rising' | 'double' | 'falling';
}

/** The signals by decision. */
export const gateSignals: Readonly<Record<Decision, GateSignal>> = {
  admit: { light: 'green', sign: 'arrow', sound: 'rising' },
  refer: { light: 'yellow', sign: 'person', sound: 'double' },
  refuse: { light: 'red', sign: 'bar', sound: 'falling' },
};

const quiet = (zh: string, en: string): GatePrompt => ({ shown: { zh, en } });
const aloud = (zh: string, en: string): GatePrompt => ({ shown: { zh, en }, said: { zh, en } });

const pass = quiet('请通行', 'Please pass');
/** The same words for every health status: who stands behind learns nothing of the holder. */
const staffedLane = aloud('请到人工通道，工作人员为您核验', 'Please go to the staffed lane: staff will check for you');
const testLane = aloud(
  '请到人工通道核验核酸检测结果',
  'Please go to the staffed lane to have your test result checked',
);
const notReady = aloud(
  '闸机暂时无法核验，请到人工通道',
  'This gate cannot check just now: please go to the staffed lane',
);

/** What a gate says of each ground (B-06), the gates' own words for a card that is not linked among them. */
export const gatePrompts: Readonly<Record<GateGround, GatePrompt>> = {
  alarm: aloud('请有序离开，闸机已全部打开', 'Please leave calmly: all gates are open'),
  exit: quiet('请出站', 'Please pass'),
  'no-rule': pass,
  'passing-kind': pass,
  met: pass,
  'card-not-linked': {
    shown: {
      zh: '未查到健康码信息，请您尽快授权升级。现在请走人工通道。',
      en: 'No health status was found for this card: please link it soon. For now, use the staffed lane.',
    },
    said: {
      zh: '未查到健康码信息，请您尽快授权升级',
      en: 'No health status was found for this card. Please link it soon, and use the staffed lane for now',
    },
  },
  'card-blocked': aloud('此卡已停用，请到服务台', 'This card is out of use: please go to the service desk'),
  'card-ambiguous': staffedLane,
  'status-unreadable': staffedLane,
  'set-absent': notReady,
  'set-too-old': notReady,
  'clock-wrong': notReady,
  'gate-revoked': notReady,
  'not-recordable': notReady,
  'tapped-too-fast': aloud(
    '请稍候再刷卡，或到人工通道',
    'Please wait a moment and tap again, or go to the staffed lane',
  ),
  'identity-missing': staffedLane,
  'status-red': staffedLane,
  'status-yellow': staffedLane,
  'status-missing': staffedLane,
  'status-expired': staffedLane,
  'status-not-yet-valid': staffedLane,
  'status-unavailable': staffedLane,
  'test-too-old': testLane,
  'test-positive': staffedLane,
  'test-missing': testLane,
  'test-unavailable': testLane,
  'code-revoked': staffedLane,
  'code-forged': staffedLane,
  'code-foreign': staffedLane,
  'code-unknown': staffedLane,
  'code-demonstration': staffedLane,
};
