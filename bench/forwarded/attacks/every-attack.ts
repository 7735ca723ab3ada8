import type { Attack } from './attack';
import { movedSticker } from './moved-sticker';
import { busPhotoInGroup, stationPhotoInGroup } from './photo-in-a-group';
import { atNight, fromAfar, hundredPhones, twoCities } from './single-attacks';

const group = { groups: 4, members: 30, withinMinutes: 30 };

/** The attacks of X-16. */
export const everyAttack: readonly Attack[] = [
  busPhotoInGroup('photo of a bus in a group', group),
  stationPhotoInGroup('photo of a station in a group', group),
  fromAfar,
  atNight,
  twoCities,
  movedSticker,
  hundredPhones,
];
