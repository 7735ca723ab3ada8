import type { Text } from '../../text';

const named: Readonly<Record<string, Text>> = {
  'provincial-health-code': { zh: '省健康码平台', en: 'provincial health-code platform' },
  'national-health-code': { zh: '国家政务服务平台', en: 'national government service platform' },
};

/** The name of the platform that issued a status; one that is not in the list is named as it calls itself. */
export const sourceName = (source: string): Text => named[source] ?? { zh: source, en: source };
