import type { Text } from '../text';
import type { Mode } from './kinds';

/** Modes as people call them. */
export const modeNames: Readonly<Record<Mode, Text>> = {
  bus: { zh: '公交', en: 'Bus' },
  metro: { zh: '地铁', en: 'Metro' },
  brt: { zh: '快速公交', en: 'BRT' },
  tram: { zh: '有轨电车', en: 'Tram' },
  taxi: { zh: '出租车', en: 'Taxi' },
  ferry: { zh: '轮渡', en: 'Ferry' },
};
