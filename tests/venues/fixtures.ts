import { createHmac } from 'node:crypto';
import type { VenueRecord } from '@tongcheng/cloudfunctions/app/venues/records';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import { noon } from '../world/clock';
import { aVenue } from '../world/records';

/** A key service of one secret; two secrets are two installations. */
export const keysOf = (secret: string): KeyService => ({
  wrap: async () => {
    throw new Error('not used here');
  },
  unwrap: async () => {
    throw new Error('not used here');
  },
  derive: async (purpose) => createHmac('sha256', secret).update(purpose).digest(),
});

/** A bus as it stands in the store. */
export const aBus = aVenue({
  _id: '420100-bus-0d12345',
  mode: 'bus',
  kind: 'vehicle',
  name: { zh: '鄂A·01234D', en: '鄂A·01234D' },
  lineId: 'bus-401',
  lineName: { zh: '401路', en: 'Route 401' },
  plate: '鄂A01234D',
  postings: [
    { zh: '车身', en: 'Body of the vehicle' },
    { zh: '后门', en: 'Rear door' },
    { zh: '驾驶室隔板', en: 'Screen beside the driver' },
  ],
  serial: 4_711,
  shortCode: '7K3M-Q2XD',
  issuedAt: noon,
});

/** A station with the longest names of the network. */
export const aStation: VenueRecord = {
  ...aBus,
  _id: '420100-metro-qingzicun',
  mode: 'metro',
  kind: 'station',
  name: { zh: '青仔村（轨道产业基地）', en: 'Qingzicun (Rail Transit Industrial Base)' },
  lineId: 'metro-7',
  lineName: { zh: '地铁7号线', en: 'Metro Line 7' },
  postings: [
    { zh: '进站口', en: 'Entrance' },
    { zh: '安检口前', en: 'Before the security check' },
  ],
};
