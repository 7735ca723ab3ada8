import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { CityCode, FreeText, Id, Nothing, WireDay, WireInstant } from '../wire';
import { coachServices, registrationSources } from './events';
import { OfficialDeparture } from './officials-api';
import { Place, Plate } from './wire';

/** What a manifest may be opened for in the clear: a closed list. */
export const manifestPurposes = ['complaint', 'lost-property', 'accident', 'registration-check', 'inspection'] as const;

/** Which authority an extract is for (L-13). */
export const extractRecipients = ['health', 'public-security', 'emergency-response', 'court'] as const;

/** On what law an extract rests. */
export const extractGrounds = [
  'infectious-disease-law',
  'public-health-emergency-rules',
  'counter-terrorism-law',
  'criminal-procedure-law',
  'road-transport-rules',
] as const;

/** The longest period of one extract, in days. */
export const extractDays = 31;

/** A passenger in the clear. */
export const ClearPassenger = z.strictObject({
  departureId: Id,
  departsAt: WireInstant,
  plate: z.string().exactOptional(),
  service: z.enum(coachServices).exactOptional(),
  serviceNumber: z.string().exactOptional(),
  origin: Place.exactOptional(),
  destination: Place.exactOptional(),
  name: z.string(),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string(),
  phone: z.string(),
  addressBefore: z.string().exactOptional(),
  addressThere: z.string().exactOptional(),
  seat: z.string().exactOptional(),
  source: z.enum(registrationSources),
  onArrival: z.boolean(),
  presence: z.enum(['present', 'absent']).exactOptional(),
});
export type ClearPassenger = z.output<typeof ClearPassenger>;

/** Who opened a list, when, and under which entry: stands across what is shown and in every file of it. */
export const Watermark = z.strictObject({ officialId: z.string(), at: WireInstant, under: z.string() });

/** The city that a departure leaves, where it is another one that it reaches: of those aboard there only who rides so far is told. */
const leaves = { leaves: CityCode.exactOptional() } as const;

/** The list is about to be taken out as a file, which is an entry of its own. */
const taken = { exported: z.literal(true).exactOptional() } as const;

export const openManifest = endpoint({
  name: 'coaches.open-manifest',
  summary: {
    zh: '为说明的目的打开一班车的乘客清单（先记录）',
    en: 'The manifest of a departure in the clear, for a stated purpose that is recorded first',
  },
  access: official('bureau'),
  input: z.strictObject({ city: CityCode, departureId: Id, ...leaves, purpose: z.enum(manifestPurposes), ...taken }),
  output: z.strictObject({ passengers: z.array(ClearPassenger), watermark: Watermark }),
  failures: ['city-unknown', 'capability-absent', 'departure-unknown', 'departure-too-old'],
});

/** Which departures of a city: those that leave it, which is meant where nothing is said, or those of other cities that reach it or stop in it. */
export const departureDirections = ['leaving', 'arriving'] as const;
export type DepartureDirection = (typeof departureDirections)[number];
const direction = z.enum(departureDirections).exactOptional();

/** What departures of a city are looked for by, beside the days. */
const sought = {
  direction,
  plate: Plate.exactOptional(),
  serviceNumber: FreeText(30).exactOptional(),
  /** A station of the city: of those that leave where they do, of those that arrive where they stop. */
  stationId: z.string().min(1).max(40).exactOptional(),
  /** Where it goes or stops, of those that leave. */
  toCity: CityCode.exactOptional(),
} as const;

export const findDepartures = endpoint({
  name: 'coaches.find-departures',
  summary: {
    zh: '按车牌、班次号、车站和日期查找班次（含台账），不含姓名',
    en: 'Find departures, ledgers included, by plate, service number, station and days; no names',
  },
  access: official('bureau', 'health'),
  input: z.strictObject({ city: CityCode, from: WireDay, to: WireDay, ...sought }),
  output: z.strictObject({
    departures: z.array(OfficialDeparture),
    /** There are more than fit: ask for fewer days. */
    more: z.boolean(),
    /** Days whose keys were destroyed. */
    forgottenDays: z.array(WireDay),
  }),
  failures: ['city-unknown', 'capability-absent', 'extract-period-refused'],
});

/** Whose data an extract holds. */
export const ExtractContent = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('departure'), departureId: Id, ...leaves }),
  z.strictObject({ of: z.literal('departures'), from: WireDay, to: WireDay, ...sought }),
  /** Exact, never by name. */
  z.strictObject({
    of: z.literal('document'),
    direction,
    from: WireDay,
    to: WireDay,
    documentKind: z.enum(documentKinds),
    documentNumber: z.string().min(1).max(60),
  }),
]);
export type ExtractContent = z.output<typeof ExtractContent>;

/** A digest of exactly what is asked for. */
const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const extractStates = ['open', 'expired', 'approved', 'rejected', 'ended'] as const;
/** Where a request for an extract stands. */
export type ExtractState = (typeof extractStates)[number];

/** A request for an extract, as officials see it: a document only masked. */
export const ExtractRow = z.strictObject({
  extractId: Id,
  state: z.enum(extractStates),
  recipient: z.enum(extractRecipients),
  /** Whom the file is handed to there. */
  receiver: z.string(),
  legalBasis: z.enum(extractGrounds),
  purpose: z.string(),
  /** What is in it; one departure also by its time and places as they were when it was asked for. */
  content: z.strictObject({
    of: z.enum(['departure', 'departures', 'document']),
    ...{ from: WireDay, to: WireDay },
    departureId: Id.exactOptional(),
    departsAt: WireInstant.exactOptional(),
    trip: z.string().exactOptional(),
    ...leaves,
    direction,
    plate: z.string().exactOptional(),
    serviceNumber: z.string().exactOptional(),
    stationId: z.string().exactOptional(),
    toCity: CityCode.exactOptional(),
    maskedDocument: z.string().exactOptional(),
  }),
  requestedBy: z.string(),
  requestedAt: WireInstant,
  expiresAt: WireInstant,
  digest: Digest,
  decidedBy: z.string().exactOptional(),
  decidedAt: WireInstant.exactOptional(),
  opensUntil: WireInstant.exactOptional(),
});
export type ExtractRow = z.output<typeof ExtractRow>;

export const requestExtract = endpoint({
  name: 'coaches.request-extract',
  summary: {
    zh: '申请一份给卫健或公安等部门的客运登记摘录，须另一人批准',
    en: 'Ask for an extract for health, public security or another authority; another official approves it',
  },
  access: official('bureau', 'health'),
  input: z.strictObject({
    city: CityCode,
    recipient: z.enum(extractRecipients),
    receiver: FreeText(60),
    legalBasis: z.enum(extractGrounds),
    purpose: FreeText(200),
    content: ExtractContent,
  }),
  output: ExtractRow,
  failures: [
    'city-unknown',
    'capability-absent',
    'departure-unknown',
    'departure-too-old',
    'document-refused',
    'extract-period-refused',
    'too-many-tries',
  ],
});

export const listExtracts = endpoint({
  name: 'coaches.list-extracts',
  summary: { zh: '摘录申请，最新的在前', en: 'Requests for extracts, the newest first' },
  access: official('bureau', 'health'),
  input: z.strictObject({ city: CityCode, limit: z.number().int().min(1).max(200) }),
  output: z.strictObject({ extracts: z.array(ExtractRow) }),
  failures: ['city-unknown', 'capability-absent'],
});

export const decideExtract = endpoint({
  name: 'coaches.decide-extract',
  summary: {
    zh: '批准或否决一份摘录申请（须是另一人）',
    en: 'Approve or reject a request for an extract, as another person',
  },
  access: official('bureau', 'health'),
  input: z.strictObject({ extractId: Id, approve: z.boolean(), digest: Digest }),
  output: ExtractRow,
  failures: [
    'extract-unknown',
    'extract-decided',
    'extract-expired',
    'extract-changed',
    'extract-second-person-needed',
  ],
});

export const openExtract = endpoint({
  name: 'coaches.open-extract',
  summary: {
    zh: '打开已批准的摘录（每次先记录，带水印）',
    en: 'Open an approved extract, watermarked; each opening is recorded first',
  },
  access: official('bureau', 'health'),
  input: z.strictObject({
    extractId: Id,
    /** The last departure of the page before; from the beginning when absent. */
    after: Id.exactOptional(),
    /** So many passengers at least, unless there are no more: a page ends with a whole departure. */
    limit: z.number().int().min(1).max(1_000),
    ...taken,
    /** Of a file: the last departure that it holds, all of them when absent. The entry counts its passengers; the answer holds none, they were opened before. */
    through: Id.exactOptional(),
  }),
  output: z.strictObject({
    passengers: z.array(ClearPassenger),
    /** Where the next page goes on; absent on the last. */
    next: Id.exactOptional(),
    forgottenDays: z.array(WireDay),
    watermark: Watermark,
  }),
  failures: ['extract-unknown', 'extract-not-open', 'extract-changed', 'departure-unknown'],
});

export const endExtract = endpoint({
  name: 'coaches.end-extract',
  summary: { zh: '收回摘录申请，或提前关闭摘录', en: 'Withdraw a request for an extract, or close one again early' },
  access: official('bureau', 'health'),
  input: z.strictObject({ extractId: Id }),
  output: Nothing,
  failures: ['extract-unknown', 'extract-decided'],
});
