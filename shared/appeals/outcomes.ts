import type { Text } from '../text';

/** What a human may answer to an appeal. None of them sets a status: that comes from its source only (safety rule 7). */
export const outcomes = ['stands', 'passed-on', 'our-mistake'] as const;
export type AppealOutcome = (typeof outcomes)[number];

/** The words that a rider reads for each outcome, before what the official adds. */
export const outcomeTexts: Readonly<Record<AppealOutcome, Text>> = {
  stands: {
    zh: '已人工核对：当时的核验结果和规则都无误，结果不变。健康状态变化后会自动更新。',
    en: 'A person has checked: the result and its rule were right at the time and stand. It changes by itself when your status does.',
  },
  'passed-on': {
    zh: '已人工核对并转给健康码发布机构复核。结果以发布机构更新为准，更新后会自动生效。',
    en: 'A person has checked and passed it to the issuer of the health code. What the issuer decides takes effect here by itself.',
  },
  'our-mistake': {
    zh: '已人工核对：这次核验是我们这边弄错了，抱歉。错误已经纠正，请重新扫码。',
    en: 'A person has checked: this result was our mistake, and we are sorry. It has been put right; please scan again.',
  },
};

/** Why an official opens an appeal with its name and phone: a closed list. */
export const appealPurposes = ['decide', 'call-back', 'oversight'] as const;
export type AppealPurpose = (typeof appealPurposes)[number];

/** The longest text of an appeal and of an answer, in characters. */
export const longestAppeal = 500;
export const longestAnswer = 300;
