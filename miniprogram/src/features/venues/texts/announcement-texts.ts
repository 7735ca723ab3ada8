import { texts } from '../../../ui/words';

/** An announcement of some modes only: for which it holds stands before it. */
export const announcedTexts = texts({
  ofModes: { zh: '{modes}：{words}', en: '{modes}: {words}' },
});

/** Modes as announcements name them. */
export const announcedModes = texts({
  bus: { zh: '公交', en: 'Bus' },
  metro: { zh: '地铁', en: 'Metro' },
  brt: { zh: '快速公交', en: 'BRT' },
  tram: { zh: '有轨电车', en: 'Tram' },
  taxi: { zh: '出租车', en: 'Taxi' },
  ferry: { zh: '轮渡', en: 'Ferry' },
});
