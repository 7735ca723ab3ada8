import type { Text } from '../text';

/** What a validator's answer is to whoever stands at it. */
export interface PassAnswer {
  /** Whether the pass serves. */
  readonly admits: boolean;
  /** Whose matter it is: the pass's holder's, or the validator's own. */
  readonly blame: 'none' | 'pass' | 'validator';
  /** What is so. */
  readonly says: Text;
  /** What the inspector does now. */
  readonly next: Text;
}

/** Declares the answers; keeps their codes as literal types. */
const answers = <const C extends string>(entries: Readonly<Record<C, PassAnswer>>) => entries;

const sendToLane = {
  zh: '请引导至人工通道，核对证件原件，或到车站公安制证窗口。',
  en: 'Send the rider to the staffed lane to show a document, or to the police counter of the station.',
} as const;
const validatorAway = {
  zh: '请改用另一台设备，或到人工通道核对；问题不在乘客。',
  en: 'Use another device or check in the staffed lane: the rider has done nothing wrong.',
} as const;

/** Every answer by its code. A code never changes its meaning. */
export const passAnswers = answers({
  valid: {
    admits: true,
    blame: 'none',
    says: { zh: '凭证有效。', en: 'The pass is valid.' },
    next: {
      zh: '核对姓名与证件号后四位，放行。',
      en: 'Compare the name and the last four signs, then let the rider pass.',
    },
  },
  'not-a-pass': {
    admits: false,
    blame: 'pass',
    says: { zh: '这不是乘车凭证的二维码。', en: 'This code is no pass.' },
    next: {
      zh: '请乘客打开“临时乘车身份证明”再出示。',
      en: 'Ask the rider to open the pass in the app and show it again.',
    },
  },
  'unknown-key': {
    admits: false,
    blame: 'pass',
    says: { zh: '签发方不在信任列表中。', en: 'Its issuer is not one that this device trusts.' },
    next: {
      zh: `先联网更新信任列表再查一次；仍然如此，${sendToLane.zh}`,
      en: `Update the trust list and check once more. If it stays so: ${sendToLane.en}`,
    },
  },
  forged: {
    admits: false,
    blame: 'pass',
    says: { zh: '签名不符，凭证被改动或系伪造。', en: 'A signature is wrong: the pass was changed or forged.' },
    next: {
      zh: '不予放行，按规定交由车站公安处理。',
      en: 'Do not let it pass. Hand the matter to the station police as your rules say.',
    },
  },
  demonstration: {
    admits: false,
    blame: 'pass',
    says: { zh: '演示凭证，不能用于乘车。', en: 'This is a demonstration, which admits nobody.' },
    next: {
      zh: '不予放行；请乘客出示真实凭证或证件。',
      en: 'Do not let it pass. Ask for the real pass or a document.',
    },
  },
  revoked: {
    admits: false,
    blame: 'pass',
    says: { zh: '凭证已被作废。', en: 'The pass was revoked.' },
    next: sendToLane,
  },
  'pass-ended': {
    admits: false,
    blame: 'pass',
    says: { zh: '凭证的24小时有效期已过。', en: 'The 24 hours of the pass are over.' },
    next: {
      zh: `乘客可重新申请；途中到期的，走人工通道出站。${sendToLane.zh}`,
      en: `The rider may apply anew; whoever is on the way leaves through the staffed lane. ${sendToLane.en}`,
    },
  },
  'check-expired': {
    admits: false,
    blame: 'pass',
    says: { zh: '距上次真人核验已超过30分钟。', en: 'The last person check was more than 30 minutes ago.' },
    next: {
      zh: '请乘客在手机上重新核验本人，不占用申请次数。',
      en: 'Ask the rider to do the person check again on the phone; it costs no issue.',
    },
  },
  'step-expired': {
    admits: false,
    blame: 'pass',
    says: {
      zh: '二维码已过期，可能是截图或录像。',
      en: 'The code is of an earlier minute: it may be a screenshot or a video.',
    },
    next: {
      zh: '请乘客当面点“刷新”再出示；仍过期的，手机时间有误，请其联网校时。',
      en: 'Ask the rider to press Refresh before you. If it stays so the phone’s clock is slow: let it go online once.',
    },
  },
  'phone-clock-wrong': {
    admits: false,
    blame: 'pass',
    says: { zh: '手机时间快于实际时间。', en: 'The phone’s clock is ahead.' },
    next: {
      zh: '请乘客让手机联网一次并刷新，然后再出示。',
      en: 'Let the phone go online once, refresh, and show the code again.',
    },
  },
  'nonce-wrong': {
    admits: false,
    blame: 'pass',
    says: { zh: '二维码不是为这台设备生成的。', en: 'The code was not made for this device.' },
    next: { zh: '请乘客点“刷新”后再出示。', en: 'Ask the rider to press Refresh and show it again.' },
  },
  'kind-refused': {
    admits: false,
    blame: 'pass',
    says: { zh: '这种凭证不能用于此项业务。', en: 'This kind of pass does not serve here.' },
    next: { zh: '请乘客出示所需的凭证、车票或证件。', en: 'Ask for the pass, ticket or document that is needed here.' },
  },
  'used-already': {
    admits: false,
    blame: 'pass',
    says: { zh: '这个二维码在本分钟内已经用过。', en: 'This code was used in this minute already.' },
    next: {
      zh: '核对是否同一人；确系本人的，下一分钟刷新后再验。',
      en: 'See whether it is the same person. If so, check the next minute’s code.',
    },
  },
  'validator-clock-wrong': {
    admits: false,
    blame: 'validator',
    says: { zh: '本设备的时间不对。', en: 'This device’s clock is wrong.' },
    next: {
      zh: `让本设备联网校时。${validatorAway.zh}`,
      en: `Let this device go online to set its clock. ${validatorAway.en}`,
    },
  },
  'validator-offline': {
    admits: false,
    blame: 'validator',
    says: {
      zh: '本设备离线已超过24小时，或没有最新的作废名单。',
      en: 'This device was offline for more than 24 hours, or holds no current list of revoked passes.',
    },
    next: { zh: `让本设备联网。${validatorAway.zh}`, en: `Let this device go online. ${validatorAway.en}` },
  },
  'trust-list-over': {
    admits: false,
    blame: 'validator',
    says: { zh: '本设备没有有效的信任列表。', en: 'This device holds no trust list that is in force.' },
    next: {
      zh: `让本设备联网更新。${validatorAway.zh}`,
      en: `Let this device go online to update. ${validatorAway.en}`,
    },
  },
});
export type PassOutcome = keyof typeof passAnswers;
