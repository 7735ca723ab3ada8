import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import { collection } from '../../ports/document-store';

/** A city's settings, with the version that verdicts and reports can name. `_id` is the GB/T 2260 code. */
export interface CityRecord {
  readonly _id: string;
  readonly settings: CitySettings;
  readonly changedAt: Instant;
}
export const cities = collection<CityRecord>()({
  name: 'cities',
  keep: { until: 'never', because: 'the settings in force' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A province's settings. `_id` is the GB/T 2260 code. */
export interface ProvinceRecord {
  readonly _id: string;
  readonly settings: ProvinceSettings;
  readonly changedAt: Instant;
}
export const provinces = collection<ProvinceRecord>()({
  name: 'provinces',
  keep: { until: 'never', because: 'the settings in force' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A venue with the state of its posted code. */
export interface VenueRecord {
  /** The venue's id within the installation, `[a-z0-9-]`, e.g. `420100-metro-2-hankoubeizhan`. */
  readonly _id: string;
  readonly city: string;
  readonly mode: Mode;
  readonly kind: VenueKind;
  readonly name: Text;
  readonly lineId?: string;
  readonly lineName?: Text;
  readonly plate?: string;
  readonly lat?: number;
  readonly lng?: number;
  /** Places where the sticker hangs: body, rear door, driver's screen … (W-10). */
  readonly postings: readonly Text[];
  /** The number inside the ride code; unique in the installation. */
  readonly serial: number;
  readonly shortCode: string;
  readonly generation: number;
  readonly issuedAt: Instant;
  readonly revoked: boolean;
  readonly revokedReason?: string;
  /** an example for training and display; its code never admits anyone. */
  readonly demonstration?: true;
}
export const venues = collection<VenueRecord>()({
  name: 'venues',
  keep: { until: 'never', because: 'the network of stops' },
  belongs: { to: 'nobody' },
  indexes: [['city', '_id'], ['city', 'mode', '_id'], ['city', 'lineId', '_id'], ['serial']],
});

/** A number given to a venue and never to another one: the id is the serial, so the store itself keeps it unique. */
export interface VenueSerialRecord {
  /** The serial, eight digits. */
  readonly _id: string;
  readonly venueId: string;
}
export const venueSerials = collection<VenueSerialRecord>()({
  name: 'venue-serials',
  keep: { until: 'never', because: 'a serial is never given twice' },
  belongs: { to: 'nobody' },
  indexes: [],
});
