import type { Text } from '@tongcheng/shared/text';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';

/** Texts of the page of all systems. */
export const systemsTexts = {
  title: { zh: '所有系统', en: 'All systems' },
  rule: {
    zh: '您负责的每座城市开通了哪些系统，各自运行、等待和出问题的情况。',
    en: 'Which systems each of your cities has, and what runs, waits and is wrong in each.',
  },
  system: { zh: '系统', en: 'System' },
  runs: { zh: '运行', en: 'Runs' },
  waits: { zh: '等您处理', en: 'Waits for you' },
  wrong: { zh: '出了问题', en: 'Wrong' },
  shared: { zh: '报表、人员与服务', en: 'Reports, people, services' },
  none: { zh: '无', en: 'None' },
} as const;

/** What a city can have switched on, in words. */
export const capabilityTexts = {
  city: { zh: '市内乘车', en: 'City rides' },
  coaches: { zh: '长途客运', en: 'Coaches' },
  tickets: { zh: '电子客票', en: 'E-tickets' },
  passes: { zh: '临时身份凭证', en: 'Temporary passes' },
  gates: { zh: '闸机与读卡器', en: 'Gates and readers' },
  tracing: { zh: '流调', en: 'Tracing' },
} as const satisfies Readonly<Record<CityCapability, Text>>;
