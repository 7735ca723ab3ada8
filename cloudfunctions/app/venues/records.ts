import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Mode, VenueKind } from '@tongcheng/shared/venues/kinds';
import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import { collection } from '../../ports/document-store';

/** A city's settings, with the version that verdicts and reports can name. `_id` is the GB/T 2260 code. */
export interface CityRecord {
  readonly _id: string;
  readonly settings: CitySettings;
  readonly changedAt: Instant;
}
export const cities = collection<CityRecord>()({
  name: 'cities',
  added: { 'settings.entrances': [] },
  keep: { until: 'never', because: 'the settings in force' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/**
 * What officials changed of a city in the console (decision 158). Where it has announcements or rules, these hold and no longer those of the
 * city's file, which a start brings in again and again. `_id` is the city's code.
 */
export interface CityTermsRecord {
  readonly _id: string;
  readonly announcements?: readonly Announcement[];
  readonly rules?: readonly AdmissionRule[];
  /** Changes of the rules that wait for a second official, and some that nobody decided in time. */
  readonly proposals: readonly RuleProposal[];
  readonly changedAt: Instant;
}
export const cityTerms = collection<CityTermsRecord>()({
  name: 'city-terms',
  keep: { until: 'never', because: 'announcements and rules in force' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A city's settings with what officials changed of them. */
export const withTerms = (settings: CitySettings, terms: CityTermsRecord | undefined): CitySettings => ({
  ...settings,
  ...(terms?.announcements && { notices: [...terms.announcements] }),
  ...(terms?.rules && { admissionRules: [...terms.rules] }),
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
