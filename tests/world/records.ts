import type { AlertRecord } from '@tongcheng/cloudfunctions/app/alerts/alert-record';
import type { DeliveryRecord } from '@tongcheng/cloudfunctions/app/reports/records';
import type { CityRecord, ProvinceRecord, VenueRecord } from '@tongcheng/cloudfunctions/app/venues/records';
import type { PersonFacts } from '@tongcheng/cloudfunctions/vault/vault';
import { type Eligibility, type HealthStatus, unknownEligibility } from '@tongcheng/shared/eligibility';
import type { ReasonCode } from '@tongcheng/shared/rides/meanings';
import type { RiderFacts } from '@tongcheng/shared/rides/rules/check';
import type { ScanFacts } from '@tongcheng/shared/rides/scan-facts';
import type { Reason } from '@tongcheng/shared/rides/wire';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import type { CityView, VenueView } from '@tongcheng/shared/venues/wire';
import { clock } from './ride-settings';

/**
 * Whole records from what a test wants to say of them: a new field gets its value here once, and no test has to know.
 * Only types of the product are imported, so that tests of phones and of the console may use it too.
 */

/** A status of this colour that holds on the day of the tests. */
export const aStatus = (colour: HealthStatus['colour'], more: Partial<HealthStatus> = {}): HealthStatus => ({
  colour,
  issuedAt: clock('06:00:00'),
  expiresAt: clock('06:00:00', '2022-06-10'),
  source: 'provincial-health-code',
  ...more,
});

/** What is known of a rider: nothing unless said. */
export const anEligibility = (more: Partial<Eligibility> = {}): Eligibility => ({
  ...unknownEligibility,
  ...more,
});

/** A scan as rides are made of it: of a bus, unless said. */
export const scanFacts = (scannedAt: number, more: Partial<ScanFacts> = {}): ScanFacts => ({
  scannedAt,
  venueId: 'bus-1',
  mode: 'bus',
  venueKind: 'vehicle',
  ...more,
});

/** What the vault keeps of a person with this document; nobody real. */
export const personFacts = (documentNumber: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  name: '演示阿依古丽',
  documentKind: 'passport',
  documentNumber,
  phone: '13900000000',
  ...more,
});

/** A rule of the town for who is admitted. */
export const admissionRule = (
  requires: AdmissionRule['requires'],
  more: Partial<AdmissionRule> = {},
): AdmissionRule => ({
  ruleId: 'town',
  version: 4,
  city: '420100',
  from: 0,
  requires,
  text: { zh: '绿码', en: 'Green' },
  ...more,
});

/** A venue of the town as it stands in the store. */
export const aVenue = (
  more: Pick<VenueRecord, '_id' | 'mode' | 'kind' | 'serial'> & Partial<VenueRecord>,
): VenueRecord => ({
  city: '420100',
  name: { zh: more._id, en: more._id },
  postings: [],
  shortCode: `S${more.serial}`,
  generation: 0,
  issuedAt: 0,
  revoked: false,
  ...more,
});

/** A province as it stands in the store. */
export const aProvince = (settings: ProvinceSettings, more: Partial<ProvinceRecord> = {}): ProvinceRecord => ({
  _id: settings.province,
  settings,
  changedAt: 0,
  ...more,
});

/** What a verdict is made of: a good code and nothing known of the rider, unless said. */
export const riderFacts = (more: Partial<RiderFacts> = {}): RiderFacts => ({
  ...anEligibility(),
  code: 'valid',
  ...more,
});

/** A city as it stands in the store. */
export const aCity = (settings: CitySettings, more: Partial<CityRecord> = {}): CityRecord => ({
  _id: settings.city,
  settings,
  changedAt: 0,
  ...more,
});

/** Wuhan as phones and consoles see it. */
export const aCityView = (more: Partial<CityView> = {}): CityView => ({
  city: '420100',
  name: { zh: '武汉', en: 'Wuhan' },
  hotline: '027-81886666',
  cardKinds: [],
  modes: ['bus'],
  notices: [],
  consentVersion: '1',
  retentionDays: 30,
  admissionRules: [],
  ...more,
});

/** A bus of line 2 as phones and consoles see it. */
export const aVenueView = (more: Partial<VenueView> = {}): VenueView => ({
  venueId: 'B1',
  city: '420100',
  mode: 'bus',
  kind: 'vehicle',
  name: { zh: '2路', en: 'Line 2' },
  ...more,
});

/** A reason as the wire carries it; its words are of no matter. */
export const aReason = (code: ReasonCode, more: Partial<Reason> = {}): Reason => ({
  code,
  text: { zh: code, en: code },
  next: { action: 'ask-staff', text: { zh: '', en: '' } },
  ...more,
});

/** A delivery of a report that waits to be sent. */
export const aDelivery = (id: string, more: Partial<DeliveryRecord> = {}): DeliveryRecord => ({
  _id: id,
  city: '420100',
  day: '2026-11-19',
  version: 1,
  reportId: `report-${id}`,
  messageId: `<${id}@tongcheng.example>`,
  repeats: 0,
  recipientId: `recipient-${id}`,
  state: 'queued',
  attempts: 1,
  queuedAt: 0,
  nextAttemptAt: 0,
  lastAnswer: '',
  ...more,
});

/** An alert to people on duty that waits to be sent. */
export const anAlert = (id: string, more: Partial<AlertRecord> = {}): AlertRecord => ({
  _id: id,
  kind: 'report-undelivered',
  city: '420100',
  words: {},
  duty: 0,
  state: 'waiting',
  attempts: 1,
  queuedAt: 0,
  nextAttemptAt: 0,
  lastAnswer: '',
  ...more,
});
