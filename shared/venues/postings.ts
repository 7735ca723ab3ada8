import type { Text } from '../text';
import type { Mode, VenueKind } from './kinds';

/** What is printed for a venue: a small sticker for each posting place, or one poster on A3. */
export const printSizes = ['sticker', 'poster'] as const;
export type PrintSize = (typeof printSizes)[number];

/** Where the stickers of a venue hang, and what riders do there. */
export interface Posting {
  readonly places: readonly Text[];
  readonly whatToDo: Text;
}

const doors = { zh: '车门旁', en: 'Beside the doors' };
const twice = {
  zh: '上车前扫一次，下车前再扫一次，请出示给司乘人员。',
  en: 'Scan before boarding and again before getting off. Show the result to the crew.',
};
const atStation: Posting = {
  places: [
    { zh: '进站口', en: 'Entrance' },
    { zh: '安检口前', en: 'Before the security check' },
  ],
  whatToDo: { zh: '安检前扫码，请出示给安检员。', en: 'Scan before the security check and show the result there.' },
};
const inCarriage: Posting = {
  places: [doors],
  whatToDo: {
    zh: '下车前扫码；换乘后在新的车厢再扫。',
    en: 'Scan before leaving the train, and again in each carriage you change to.',
  },
};
const onBus: Posting = {
  places: [
    { zh: '车身', en: 'Body of the vehicle' },
    { zh: '后门', en: 'Rear door' },
    { zh: '驾驶室隔板', en: 'Screen beside the driver' },
  ],
  whatToDo: twice,
};
const onTram: Posting = { places: [doors, { zh: '驾驶室隔板', en: 'Screen beside the driver' }], whatToDo: twice };
const inTaxi: Posting = {
  places: [
    { zh: '副驾驶台', en: 'Front passenger side' },
    { zh: '前排座椅背面', en: 'Back of the front seat' },
  ],
  whatToDo: {
    zh: '上车扫码，请出示给司机。同行至少一人登记。',
    en: 'Scan when you get in and show the driver. At least one of a party registers.',
  },
};
const atWindow: Posting = {
  places: [{ zh: '售票窗口', en: 'Ticket window' }],
  whatToDo: { zh: '购票前扫码，请出示给售票员。', en: 'Scan before you buy a ticket and show the seller.' },
};
const atGate: Posting = {
  places: [{ zh: '检票口', en: 'Gate' }],
  whatToDo: { zh: '刷卡前扫码，请出示给检票员。', en: 'Scan before you tap your card and show the inspector.' },
};
const onShip: Posting = {
  places: [{ zh: '客舱门口', en: 'Cabin door' }],
  whatToDo: { zh: '登船前扫码，请出示给船员。', en: 'Scan before boarding and show the crew.' },
};

/** W-10 to W-14: the posting places of a venue, by its mode and kind. */
export const postingOf = (mode: Mode, kind: VenueKind): Posting => {
  switch (kind) {
    case 'station':
      return atStation;
    case 'carriage':
      return inCarriage;
    case 'vehicle':
      return vehiclePosting(mode);
    case 'dock-window':
      return atWindow;
    case 'dock-gate':
      return atGate;
    case 'ship':
      return onShip;
  }
};

function vehiclePosting(mode: Mode): Posting {
  if (mode === 'taxi') return inTaxi;
  return mode === 'tram' ? onTram : onBus;
}
