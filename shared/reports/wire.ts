import * as z from 'zod';
import { scopeLevels } from '../scope';
import { CityCode, WireDay, WireInstant } from '../wire';
import { reportPeriods } from './report-key';
import { subjectNames } from './subjects';

/** Full: names and numbers for recipients so entitled. Masked: for everybody else. */
export const reportForms = ['full', 'masked'] as const;

/** By which way a recipient is reached: the address is one of e-mail, or the OpenID of an account that follows the operator's service account. */
export const recipientMedia = ['mail', 'wechat'] as const;
export type RecipientMedium = (typeof recipientMedia)[number];

/** Where a delivery is on its way. */
const deliveryStates = ['queued', 'sent', 'failed'] as const;

/** What tells one report from another besides city and day; what is left out is rides, of a city, of a day. */
const keyFields = {
  subject: z.string().max(30).exactOptional(),
  level: z.enum(scopeLevels).exactOptional(),
  period: z.enum(reportPeriods).exactOptional(),
};

/** Subjects of reports by their names. */
export const SubjectNames = z.array(z.enum(subjectNames)).max(subjectNames.length);

/** One form of one version of a report, in a list; nothing of its content. */
export const ReportRow = z.strictObject({
  reportId: z.string(),
  city: CityCode,
  day: WireDay,
  ...keyFields,
  /** 1 for the report of the day, 2 and on for supplements of late scans. */
  version: z.number().int(),
  form: z.enum(reportForms),
  formedAt: WireInstant,
  rows: z.number().int(),
  riders: z.number().int(),
  incomplete: z.number().int(),
  /** W-32: people turned away; absent when there were none, and in reports that were formed before these were counted apart. */
  refused: z.number().int().exactOptional(),
  bytes: z.number().int(),
  /** SHA-256 of the file, so that a repeat can be compared. */
  sha256: z.string(),
  passwordProtected: z.boolean(),
  /** Formed, and sent to nobody before an official releases it. */
  awaitsRelease: z.literal(true).exactOptional(),
});
export type ReportRow = z.output<typeof ReportRow>;

/** One delivery, as the bureau sees it. */
export const DeliveryRow = z.strictObject({
  deliveryId: z.string(),
  reportId: z.string(),
  city: CityCode,
  day: WireDay,
  ...keyFields,
  version: z.number().int(),
  recipient: z.string(),
  messageId: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  queuedAt: WireInstant,
  sentAt: WireInstant.exactOptional(),
  nextAttemptAt: WireInstant.exactOptional(),
  /** What the mail server or WeChat said last, without addresses. */
  lastAnswer: z.string().exactOptional(),
  /** How often an official asked for it again. */
  repeats: z.number().int(),
});
export type DeliveryRow = z.output<typeof DeliveryRow>;

/** One recipient, proposed or confirmed, and by whom. */
export const RecipientRow = z.strictObject({
  recipientId: z.string(),
  city: CityCode,
  address: z.string(),
  /** Absent: mail. */
  medium: z.enum(recipientMedia).exactOptional(),
  form: z.enum(reportForms),
  /** Absent: of a city. */
  level: z.enum(scopeLevels).exactOptional(),
  /** Of which subjects reports are sent, as two officials approved. Absent: rides alone. */
  subjects: SubjectNames.exactOptional(),
  state: z.enum(['proposed', 'approved', 'confirmed', 'removal-proposed', 'removed']),
  proposedBy: z.string(),
  proposedAt: WireInstant,
  /** What waits for a decision, as a digest: whoever approves names it. */
  proposal: z.string().exactOptional(),
  /** Who proposed what waits, why, and until when it can be approved; of a removal not who once proposed the recipient. */
  waits: z.strictObject({ by: z.string(), reason: z.string(), until: WireInstant }).exactOptional(),
  approvedBy: z.string().exactOptional(),
  /** From when reports are sent: a change takes two people, the recipient's own confirmation and a day. */
  activeFrom: WireInstant.exactOptional(),
  /** What came back where the mail or message that asks for confirmation did not go out; absent once one did. */
  askAnswer: z.string().exactOptional(),
  /** When it is sent again; absent when it is not. */
  askAgainAt: WireInstant.exactOptional(),
});
export type RecipientRow = z.output<typeof RecipientRow>;
