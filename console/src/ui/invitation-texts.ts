import type { Text } from '@tongcheng/shared/text';

/** How long an invitation works, and what it is once it was made. */
export const invitationReadyTexts = {
  validHours: { zh: '邀请码有效期', en: 'The invitation works for' },
  validHint: {
    zh: '过了这段时间还没有用，就不能再用。',
    en: 'If it is not used by then, it no longer works.',
  },
  hours: { zh: '{n} 小时', en: '{n} hours' },
  days: { zh: '{n} 天', en: '{n} days' },
  create: { zh: '生成邀请码', en: 'Create the invitation' },
  once: {
    zh: '邀请码只显示这一次，用一次即失效。请当面或用内部渠道交给本人。',
    en: 'This is shown once and works once. Hand it over in person or by an internal channel.',
  },
  link: { zh: '链接', en: 'Link' },
  until: { zh: '在 {time} 前有效', en: 'Works until {time}' },
} as const satisfies Readonly<Record<string, Text>>;
