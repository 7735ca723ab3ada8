import type { Text } from '../../text';

const named: Readonly<Record<string, Text>> = {
  'provincial-health-code': { zh: '省健康码平台', en: 'provincial health-code platform' },
  // W-19: what staff were shown; accepted where no source knows a status, and recorded as what it is.
  'picture-code': { zh: '出示的健康码图片', en: 'picture of a health code, shown to staff' },
  'paper-code': { zh: '出示的纸质健康码', en: 'health code on paper, shown to staff' },
  'community-certificate': { zh: '出示的社区健康证明', en: 'community health certificate, shown to staff' },
  'national-health-code': { zh: '国家政务服务平台', en: 'national government service platform' },
};

/** The name of the platform that issued a status; one that is not in the list is named as it calls itself. */
export const sourceName = (source: string): Text => named[source] ?? { zh: source, en: source };
