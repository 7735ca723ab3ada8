import { type ReportKey, reportKeyOf, reportName, storedReportKey } from '@tongcheng/shared/reports/report-key';
import type { Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../../ports/document-store';
import type { ScopeSettings } from '../../venues/scope-of';
import { recipientsOf } from '../recipients/recipients-of';
import { type Form, formsUnder, type PlannedForm, plans, type RecipientRecord, type ReportPlan } from '../records';
import type { ReportSubject } from '../subjects/subject';

interface Needs {
  readonly store: DocumentStore;
}

/** Versions of a report, oldest first. */
export async function versionsOf({ store }: Needs, key: ReportKey): Promise<readonly ReportPlan[]> {
  const { city, day } = key;
  const { items } = await store.find(plans, { where: { city, day }, limit: 1_000 });
  return items
    .filter((plan) => reportName(reportKeyOf(plan)) === reportName(key))
    .toSorted((one, other) => one.version - other.version);
}

/**
 * Settles what the next version of a report is made of: the first one, or a supplement of what arrived since the last
 * . Gives the plan that now exists, also when another runner settled it first; undefined when nothing arrived.
 */
export async function planVersion(
  needs: Needs,
  subject: ReportSubject,
  scope: ScopeSettings,
  key: ReportKey,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<ReportPlan | undefined> {
  const last = (await versionsOf(needs, key)).at(-1);
  if (last && (last.until >= until || !(await subject.anythingNew(needs, key, last.until, until)))) return undefined;
  const version = (last?.version ?? 0) + 1;
  const { protection } = scope.settings.reports;
  const plan: ReportPlan = {
    _id: `${reportName(key)}.v${version}`,
    ...storedReportKey(key),
    version,
    since: last?.until ?? 0,
    until,
    plannedAt: now,
    protection,
    forms: formsUnder(protection, formsFor(await activeRecipients(needs, key, now))),
    attempts: [],
    progress: [],
    state: 'planned',
  };
  await needs.store.insert(plans, plan);
  return needs.store.get(plans, plan._id);
}

/** Those of the subject who confirmed and whose day of waiting is over; one whose removal is only proposed still receives. */
async function activeRecipients(needs: Needs, key: ReportKey, now: Instant): Promise<readonly RecipientRecord[]> {
  const listed = await recipientsOf(needs, { level: key.level, code: key.city });
  return listed.filter((recipient) => receives(recipient, key.subject) && isActive(recipient, now));
}

/** Whether a recipient is to get reports of a subject; before there were others, everybody got rides. */
const receives = ({ subjects = ['rides'] }: RecipientRecord, subject: string): boolean => subjects.includes(subject);

/** Whether reports are sent to a recipient at an instant. */
const isActive = ({ state, activeFrom, confirmedAt }: RecipientRecord, now: Instant): boolean =>
  (state === 'confirmed' || state === 'removal-proposed') &&
  confirmedAt !== undefined &&
  activeFrom !== undefined &&
  activeFrom <= now;

/** The masked form is always made, so that the bureau can look; the full one only when somebody is entitled to it. */
function formsFor(active: readonly RecipientRecord[]): readonly PlannedForm[] {
  const idsOf = (form: Form) => active.filter((recipient) => recipient.form === form).map(({ _id }) => _id);
  const full = idsOf('full');
  const masked = { form: 'masked', recipientIds: idsOf('masked') } as const;
  return full.length === 0 ? [masked] : [{ form: 'full', recipientIds: full }, masked];
}
