import type { StoredReportKey } from '@tongcheng/shared/reports/report-key';
import type { DeliveryRow, RecipientRow, ReportRow } from '@tongcheng/shared/reports/wire';
import type { Day, Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { collection } from '../../ports/document-store';

/** Full or masked. */
export type Form = ReportRow['form'];

/** One form of a version, and who gets it: fixed when it was planned. */
export interface PlannedForm {
  readonly form: Form;
  readonly recipientIds: readonly string[];
}

/** How far an attempt at a form is: parts were begun up to this one, with something of each table or nothing. */
interface AttemptProgress {
  readonly form: Form;
  readonly attempt: string;
  readonly parts: number;
  readonly tables: readonly string[];
}

/**
 * What a version of a day's report will be made of, settled before it is made: whoever makes it, and however often, makes
 * the same. Holds scans recorded in [since, until).
 */
export interface ReportPlan extends StoredReportKey {
  /** `${reportName}.v${version}`, for rides of a city `${city}.${day}.v${version}` */
  readonly _id: string;
  readonly version: number;
  readonly since: Instant;
  readonly until: Instant;
  readonly plannedAt: Instant;
  readonly protection: CitySettings['reports']['protection'];
  readonly forms: readonly PlannedForm[];
  /** Beginnings of the keys under which files were written, of attempts that died too. */
  readonly attempts: readonly string[];
  /** Of attempts that write part by part: the parts begun so far. None of an attempt of an earlier release. */
  readonly progress: readonly AttemptProgress[];
  readonly state: 'planned' | 'formed';
}
export const plans = collection<ReportPlan>()({
  name: 'report-plans',
  keep: { until: 'never', because: 'what was reported stays countable' },
  belongs: { to: 'nobody' },
  added: { progress: [] },
  indexes: [['city', 'day'], ['state']],
});

/** The form that may be made and sent under a protection: without any, names and numbers never leave. */
export const formUnder = (protection: ReportPlan['protection'], form: Form): Form =>
  protection === 'none' ? 'masked' : form;

/** The forms of a plan that may be made: without protection the masked one alone, for everybody who was to get any. */
export function formsUnder(
  protection: ReportPlan['protection'],
  forms: readonly PlannedForm[],
): readonly PlannedForm[] {
  if (forms.every(({ form }) => formUnder(protection, form) === form)) return forms;
  return [{ form: 'masked', recipientIds: [...new Set(forms.flatMap(({ recipientIds }) => recipientIds))] }];
}

/** A formed report; its file is never changed. `_id` is `${plan}.${form}`. */
export interface ReportRecord extends Omit<ReportRow, 'reportId'> {
  readonly _id: string;
  readonly planId: string;
  readonly key: string;
  readonly protection: ReportPlan['protection'];
  /** The day's key was gone when it was formed, so that it holds no journeys. */
  readonly dayForgotten: boolean;
  /** When the file was destroyed because its day had to be forgotten. */
  readonly forgottenAt?: Instant;
  /** Of a subject that is sent after a review: when and by whom it was released. */
  readonly releasedAt?: Instant;
  readonly releasedBy?: string;
}
export const reports = collection<ReportRecord>()({
  name: 'reports',
  keep: { until: 'never', because: 'what was reported stays countable' },
  belongs: { to: 'nobody' },
  indexes: [['city', 'day'], ['planId']],
});

/** A row of the outbox: one report for one recipient. `_id` is `${report}.${recipient}`. */
export interface DeliveryRecord extends Omit<DeliveryRow, 'deliveryId' | 'recipient' | 'nextAttemptAt'> {
  readonly _id: string;
  readonly recipientId: string;
  /** Also while an attempt is under way: from then on it counts as dead. 0 when nothing is to be done. */
  readonly nextAttemptAt: Instant;
}
export const deliveries = collection<DeliveryRecord>()({
  name: 'report-deliveries',
  keep: { until: 'never', because: 'what was sent stays countable' },
  belongs: { to: 'nobody' },
  indexes: [
    ['city', 'day'],
    ['state', 'nextAttemptAt'],
  ],
});

/** Who receives a city's reports. `_id` follows from city and address, so that nobody is on the list twice. */
export interface RecipientRecord extends Omit<RecipientRow, 'recipientId' | 'subjects' | 'askAgainAt'> {
  readonly _id: string;
  /** Subjects by name; absent: rides alone. A newer release may have written one that this one does not know. */
  readonly subjects?: readonly string[];
  readonly reason: string;
  readonly approvedAt?: Instant;
  readonly confirmedAt?: Instant;
  /** When the mail that asks for confirmation is to be sent (again); 0 when it need not be. */
  readonly askAt: Instant;
  readonly askAttempts: number;
  readonly removalBy?: string;
  readonly removalReason?: string;
  /** Absent where an earlier release proposed it. */
  readonly removalAt?: Instant;
  /** Named in the configuration of the first start instead of by two officials. */
  readonly seeded?: boolean;
}
export const recipients = collection<RecipientRecord>()({
  name: 'report-recipients',
  keep: { until: 'never', because: 'a recipient is removed by officials' },
  belongs: { to: 'worker' },
  indexes: [['city'], ['state', 'askAt']],
});

/** From which day on a city or a province has reports of a subject. */
export interface ReportBeginning {
  /** The city; for other subjects and provinces as in the names of their reports, without the period. */
  readonly _id: string;
  readonly firstDay: Day;
}
export const beginnings = collection<ReportBeginning>()({
  name: 'report-beginnings',
  keep: { until: 'never', because: 'one for each city' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A workbook password of a city, form and month: a wrapped secret. `_id` is `${city}.${form}.${month}`, with subject and province before it as in reports’ names. */
export interface ReportPassword {
  readonly _id: string;
  readonly wrapped: string;
}
export const passwords = collection<ReportPassword>()({
  name: 'report-passwords',
  keep: { until: 'never', because: 'files that were sent are opened with them' },
  belongs: { to: 'nobody' },
  indexes: [],
});
