import type { Day, Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { DocumentStore } from '../../../ports/document-store';
import { scans } from '../../rides/scan-record';
import { type Form, type PlannedForm, plans, type RecipientRecord, type ReportPlan, recipients } from '../records';

interface Needs {
  readonly store: DocumentStore;
}

/** Versions of a day's report, oldest first. */
export async function versionsOf({ store }: Needs, city: string, day: Day): Promise<readonly ReportPlan[]> {
  const { items } = await store.find(plans, { where: { city, day }, limit: 1_000 });
  return items.toSorted((one, other) => one.version - other.version);
}

/**
 * Settles what the next version of a day's report is made of: the first one, or a supplement of what arrived since the last
 * . Gives the plan that now exists, also when another runner settled it first; undefined when nothing arrived.
 */
export async function planVersion(
  needs: Needs,
  settings: CitySettings,
  day: Day,
  now: Instant,
  until: Instant,
): Promise<ReportPlan | undefined> {
  const { city } = settings;
  const last = (await versionsOf(needs, city, day)).at(-1);
  if (last && (last.until >= until || !(await anythingNew(needs, last, until)))) return undefined;
  const version = (last?.version ?? 0) + 1;
  const plan: ReportPlan = {
    _id: `${city}.${day}.v${version}`,
    city,
    day,
    version,
    since: last?.until ?? 0,
    until,
    plannedAt: now,
    protection: settings.reports.protection,
    forms: formsFor(await activeRecipients(needs, city, now)),
    attempts: [],
    state: 'planned',
  };
  await needs.store.insert(plans, plan);
  return needs.store.get(plans, plan._id);
}

const anythingNew = async ({ store }: Needs, { city, day, until }: ReportPlan, to: Instant): Promise<boolean> =>
  (await store.find(scans, { where: { day, city, recordedAt: { gte: until, lt: to } }, limit: 1 })).items.length > 0;

/** Those who confirmed and whose day of waiting is over; one whose removal is only proposed still receives. */
async function activeRecipients({ store }: Needs, city: string, now: Instant): Promise<readonly RecipientRecord[]> {
  const { items } = await store.find(recipients, { where: { city }, limit: 1_000 });
  return items.filter((recipient) => isActive(recipient, now));
}

/** Whether reports are sent to a recipient at an instant. */
export const isActive = ({ state, activeFrom, confirmedAt }: RecipientRecord, now: Instant): boolean =>
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
