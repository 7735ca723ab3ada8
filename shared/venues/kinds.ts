import type { Text } from '../text';
/** Modes of transport of a city (W-10 to W-14). Coaches come with their own capability. */
export const modes = ['bus', 'metro', 'brt', 'tram', 'taxi', 'ferry'] as const;
export type Mode = (typeof modes)[number];

/** What carries a ride code. A metro station, a carriage, a bus, a dock's ticket window … */
export const venueKinds = ['vehicle', 'station', 'carriage', 'dock-window', 'dock-gate', 'ship'] as const;
export type VenueKind = (typeof venueKinds)[number];

/** Which kinds of venue a mode has. */
export const kindsOfMode: Readonly<Record<Mode, readonly VenueKind[]>> = {
  bus: ['vehicle'],
  metro: ['station', 'carriage'],
  brt: ['station', 'vehicle'],
  tram: ['station', 'vehicle', 'carriage'],
  taxi: ['vehicle'],
  ferry: ['dock-window', 'dock-gate', 'ship'],
};

/** What became of a ride code that somebody scanned. */
export const codeStates = ['valid', 'revoked', 'forged', 'foreign', 'unknown', 'demonstration'] as const;
export type CodeState = (typeof codeStates)[number];

/** Modes as people call them. */
export const modeNames: Readonly<Record<Mode, Text>> = {
  bus: { zh: '公交', en: 'Bus' },
  metro: { zh: '地铁', en: 'Metro' },
  brt: { zh: '快速公交', en: 'BRT' },
  tram: { zh: '有轨电车', en: 'Tram' },
  taxi: { zh: '出租车', en: 'Taxi' },
  ferry: { zh: '轮渡', en: 'Ferry' },
};
