import type { Text } from '@tongcheng/shared/text';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';

/** What the modes are called. */
export const modeTexts = {
  bus: { zh: '公交', en: 'Bus' },
  metro: { zh: '地铁', en: 'Metro' },
  brt: { zh: '快速公交', en: 'BRT' },
  tram: { zh: '有轨电车', en: 'Tram' },
  taxi: { zh: '出租车', en: 'Taxi' },
  ferry: { zh: '轮渡', en: 'Ferry' },
} as const satisfies Readonly<Record<Mode, Text>>;

/** What the kinds of venue are called. */
export const venueKindTexts = {
  vehicle: { zh: '车辆', en: 'Vehicle' },
  station: { zh: '车站', en: 'Station' },
  carriage: { zh: '车厢', en: 'Carriage' },
  'dock-window': { zh: '码头售票窗', en: 'Dock window' },
  'dock-gate': { zh: '码头闸口', en: 'Dock gate' },
  ship: { zh: '船舶', en: 'Ship' },
} as const satisfies Readonly<Record<VenueKind, Text>>;
