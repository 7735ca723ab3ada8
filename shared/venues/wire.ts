import * as z from 'zod';
import { Text } from '../text';
import { CityCode, ShortText, WireInstant } from '../wire';
import { AdmissionRule } from './admission-rule';
import { CityCapability } from './capabilities';
import { CardKind } from './card-kind';
import { modes, venueKinds } from './kinds';
import { Entrance, HealthCodePages } from './ways-in';

/** A question that people ask in this city, with its answer (W-30): for riders, or for those who check them. */
export const GuideEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  audience: z.enum(['rider', 'staff']),
  question: Text,
  answer: Text,
});
export type GuideEntry = z.output<typeof GuideEntry>;

/** A ride code as scanned (the whole link) or typed (the short code). */
export const CodeText = z.string().min(1).max(300);

/** What a venue shows of itself before and after a scan: its line, plate or station, so that a rider can compare. */
export const VenueView = z.strictObject({
  venueId: z.string().max(40),
  city: CityCode,
  mode: z.enum(modes),
  kind: z.enum(venueKinds),
  /** Name as posted: station, plate, ship. */
  name: Text,
  lineId: z.string().max(40).exactOptional(),
  lineName: Text.exactOptional(),
  plate: z.string().max(10).exactOptional(),
  /** an example that can never admit anyone; shown as such. */
  demonstration: z.literal(true).exactOptional(),
});
export type VenueView = z.output<typeof VenueView>;

/** The venues of one line by the numbers in their posted codes. Proves nothing: only the server checks a code's signature. */
export const LineBook = z.strictObject({
  city: CityCode,
  lineId: z.string().max(40),
  /** Not those that are revoked. At most 1,000. */
  venues: z.array(z.strictObject({ serial: z.number().int(), generation: z.number().int(), venue: VenueView })),
});
export type LineBook = z.output<typeof LineBook>;

/** A venue in the console's list, with the state of its code. */
export const VenueRow = VenueView.extend({
  code: z.strictObject({
    shortCode: z.string().max(20),
    /** The link inside the QR code. */
    link: z.string().max(200),
    issuedAt: WireInstant,
    /** How often the code was replaced. */
    generation: z.number().int(),
    revoked: z.boolean(),
    /** Why, as the official said who revoked it. */
    revokedReason: z.string().exactOptional(),
  }),
});
export type VenueRow = z.output<typeof VenueRow>;

/** An announcement shown where people scan (W-31), shown within [from, to). */
export const Announcement = z.strictObject({
  noticeId: z.string().max(40),
  text: ShortText,
  modes: z.array(z.enum(modes)).max(modes.length),
  from: WireInstant,
  to: WireInstant,
});
export type Announcement = z.output<typeof Announcement>;

/** What everybody may know of a city that uses the product. */
export const CityView = z.strictObject({
  city: CityCode,
  name: Text,
  hotline: z.string().max(30),
  /** W-01: names and menus under which people find the app, and what opens it in another channel (W-07). */
  entrances: z.array(Entrance).exactOptional(),
  /** W-06: where a missing health status is completed. */
  healthCode: HealthCodePages.exactOptional(),
  /** Card kinds that can be bound here, as {@link cardProfiles} names them. */
  cardKinds: z.array(CardKind),
  modes: z.array(z.enum(modes)),
  /** What the city has: screens show no more than this. Absent in views kept by phones of before there were capabilities: `city`. */
  capabilities: z.array(CityCapability).exactOptional(),
  notices: z.array(Announcement),
  consentVersion: z.string(),
  retentionDays: z.number().int(),
  /** W-30: questions and answers of this city. */
  guide: z.array(GuideEntry).exactOptional(),
  /** What riding takes, now and in the days to come: a phone without network decides by these. */
  admissionRules: z.array(AdmissionRule),
  /** Present where the city is simulated: the page with its demonstration people. */
  demonstrationPeopleUrl: z.string().exactOptional(),
});
export type CityView = z.output<typeof CityView>;
