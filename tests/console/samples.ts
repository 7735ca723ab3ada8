import type { Answer, EndpointName } from '@tongcheng/shared/client';
import { newId } from '@tongcheng/shared/ids';
import type { OfficialSession, StaffSession } from '@tongcheng/shared/oversight/sessions';
import type { DeliveryRow, RecipientRow, ReportRow } from '@tongcheng/shared/reports/wire';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { VenueRow, VenueView } from '@tongcheng/shared/venues/wire';
import { aReason, aVenueView } from '../world/records';

/** What an endpoint answers when it succeeds. */
export type ValueOf<N extends EndpointName> = Extract<Answer<N>, { readonly ok: true }>['value'];

/** 2026-11-20 08:14:06 in Beijing: the instant of every sample. */
export const sampleAt = Date.UTC(2026, 10, 20, 0, 14, 6);

let made = 0;
/** An id of this instant, different each time. */
export const sampleId = (at: number): string => {
  made += 1;
  return newId(at, (size) => Uint8Array.from({ length: size }, (_, i) => (made >> (8 * (size - 1 - i))) & 255));
};

/** A bus of line 2. */
export const bus = aVenueView({
  venueId: '420100.bus-2-07',
  name: { zh: '2路 鄂A·12345', en: 'Route 2 鄂A·12345' },
  lineId: '2',
  lineName: { zh: '2路', en: 'Route 2' },
  plate: '鄂A12345',
});

/** A metro station. */
export const station = aVenueView({
  venueId: '420100.metro-2-jianghan',
  mode: 'metro',
  kind: 'station',
  name: { zh: '江汉路站', en: 'Jianghan Road' },
  lineId: 'M2',
  lineName: { zh: '2号线', en: 'Line 2' },
});

/** A reason of a refusal for a red status. */
export const redReason = aReason('status-red', {
  text: {
    zh: '健康状态为红码（来源：省健康码平台，今天 07:30 更新）。',
    en: 'The health status is red (source: provincial health code, updated 07:30 today).',
  },
  next: { action: 'appeal', text: { zh: '可以申诉，或联系社区。', en: 'Appeal, or call the community office.' } },
});

/** A reason of a missing status. */
export const greyReason = aReason('status-missing', {
  text: { zh: '还没有健康状态。', en: 'There is no health status yet.' },
  next: { action: 'complete-status', text: { zh: '请在手机上补全健康信息。', en: 'Complete it on the phone.' } },
});

/** A scan in a feed: admitted aboard, unless told otherwise. */
export const feedScan = (at: number, changed: Partial<FeedScan> = {}): FeedScan => ({
  scanId: sampleId(at),
  maskedName: '张**',
  decision: 'admit',
  colour: 'green',
  meaning: 'board',
  reasons: [],
  party: 1,
  scannedAt: at,
  recordedAt: at,
  flags: [],
  ...changed,
});

/** An answer of the feed with these scans. */
export const feedAnswer = (at: number, items: readonly FeedScan[]): ValueOf<'rides.venue-feed'> => ({
  venue: bus,
  items: [...items],
  cursor: `c${at}`,
  counts: { admit: 128, refer: 3, refuse: 2, letOn: 1 },
  aboard: 31,
  minuteWord: { word: { zh: '荷塘', en: 'lotus pond' }, validUntil: at + 60_000 },
  serverAt: at,
});

const tokens = (at: number) => ({
  accessToken: `sample-access-token-${at}`,
  accessExpiresAt: at + 600_000,
  refreshToken: `sample-refresh-token-${at}`,
  refreshExpiresAt: at + 86_400_000,
});

/** Staff with one venue or more. */
export const staffSession = (venues: readonly VenueView[], at = sampleAt): StaffSession => ({
  ...tokens(at),
  staffId: 's_1',
  displayName: '王师傅',
  role: 'crew',
  city: '420100',
  venues: [...venues],
});

/** An official of one city. */
export const officialSession = (changed: Partial<OfficialSession> = {}, at = sampleAt): OfficialSession => ({
  ...tokens(at),
  officialId: 'o_1',
  login: 'bureau-1',
  roles: ['administrator', 'bureau'],
  cities: ['420100'],
  ...changed,
});

/** A report of a day. */
export const report = (day: string, changed: Partial<ReportRow> = {}): ReportRow => ({
  reportId: `420100.${day}.1.full`,
  city: '420100',
  day,
  version: 1,
  form: 'full',
  formedAt: sampleAt,
  rows: 48_213,
  riders: 21_907,
  incomplete: 4_102,
  bytes: 3_482_113,
  sha256: '9f2b7c1d4e5a60718293a4b5c6d7e8f90112233445566778899aabbccddeeff0',
  passwordProtected: true,
  ...changed,
});

/** A delivery of that report. */
export const delivery = (day: string, changed: Partial<DeliveryRow> = {}): DeliveryRow => ({
  deliveryId: `420100.${day}.1.r1`,
  reportId: `420100.${day}.1.full`,
  city: '420100',
  day,
  version: 1,
  recipient: 'duty@bureau.example',
  messageId: `<420100.${day}@tongcheng.example>`,
  state: 'sent',
  attempts: 1,
  queuedAt: sampleAt,
  sentAt: sampleAt + 2_000,
  lastAnswer: '250 OK',
  repeats: 0,
  ...changed,
});

/** A recipient that gets reports. */
export const recipient = (changed: Partial<RecipientRow> = {}): RecipientRow => ({
  recipientId: 'r1',
  city: '420100',
  address: 'duty@bureau.example',
  form: 'full',
  state: 'confirmed',
  proposedBy: 'bureau-1',
  proposedAt: sampleAt - 9 * 86_400_000,
  approvedBy: 'bureau-2',
  activeFrom: sampleAt - 8 * 86_400_000,
  ...changed,
});

/** A venue as the console lists it. */
export const venueRow = (venue: VenueView, shortCode: string, changed: Partial<VenueRow['code']> = {}): VenueRow => ({
  ...venue,
  code: {
    shortCode,
    link: `HTTP://127.0.0.1:8080/R/TC1${shortCode.replace('-', '')}0123456789ABCDEFGHJKMNPQRSTVWXYZ`,
    issuedAt: sampleAt - 86_400_000,
    generation: 0,
    revoked: false,
    ...changed,
  },
});
