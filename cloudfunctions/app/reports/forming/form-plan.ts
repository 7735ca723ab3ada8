import { newId } from '@tongcheng/shared/ids';
import { reportKeyOf, reportName, storedReportKey } from '@tongcheng/shared/reports/report-key';
import type { Stored } from '../../../ports/document-store';
import { type ScopeSettings, scopeOf } from '../../venues/scope-of';
import {
  type Form,
  formsUnder,
  type PlannedForm,
  plans,
  type ReportPlan,
  type ReportRecord,
  reports,
} from '../records';
import { queueDeliveries } from '../sending/queue-deliveries';
import type { ReportSubject } from '../subjects/subject';
import type { FormingNeeds } from './needs';
import { fileKeysOf, writeFile } from './write-file';

/** How long a runner that died keeps others from forming the same report. A living one renews it. */
const leaseSeconds = 120;

/**
 * Forms everything that a plan names: file, then record, then outbox rows, each with an id that follows from the plan, so
 * that a runner that died anywhere is continued by the next, and two at once make one. False when another runner
 * is at it or was faster.
 */
export async function formPlan(
  needs: FormingNeeds,
  plan: ReportPlan,
  subjects: readonly ReportSubject[],
): Promise<boolean> {
  const { subject: name, level, city } = reportKeyOf(plan);
  const subject = subjects.find((each) => each.name === name);
  if (!subject) throw new Error(`nobody knows the subject ${name} of a planned report`);
  const done = await needs.lease.hold(`report.${plan._id}`, leaseSeconds, async () => {
    if ((await needs.store.get(plans, plan._id))?.state === 'formed') return false;
    const scope = await scopeOf(needs, { level, code: city });
    if (!scope) throw new Error(`the ${level} ${city} of a planned report is not served`);
    for (const planned of formsUnder(plan.protection, plan.forms))
      await formPart(needs, plan, planned, { subject, scope });
    await close(needs, plan._id);
    return true;
  });
  return done ?? false;
}

/** What is reported, and of whom. */
interface Matter {
  readonly subject: ReportSubject;
  readonly scope: ScopeSettings;
}

async function formPart(needs: FormingNeeds, plan: ReportPlan, planned: PlannedForm, matter: Matter) {
  const id = `${plan._id}.${planned.form}`;
  const report = (await needs.store.get(reports, id)) ?? (await formed(needs, plan, planned.form, matter));
  if (matter.subject.release === 'at-once') await queueDeliveries(needs, report, planned.recipientIds);
}

async function formed(
  needs: FormingNeeds,
  plan: ReportPlan,
  form: Form,
  { subject, scope }: Matter,
): Promise<ReportRecord> {
  const attempt = await beginAttempt(needs, plan, form);
  const { key, bytes, sha256, counts, dayForgotten } = await writeFile(needs, subject, { plan, form, scope }, attempt);
  const { version, protection, _id: planId } = plan;
  const { rows, riders, incomplete, refused } = counts;
  const made: ReportRecord = {
    _id: `${planId}.${form}`,
    planId,
    ...storedReportKey(reportKeyOf(plan)),
    ...{ version, form, protection, key, bytes, sha256, rows, riders, incomplete },
    ...(refused !== undefined && refused > 0 && { refused }),
    formedAt: needs.clock.now(),
    passwordProtected: protection === 'password',
    dayForgotten,
    ...(subject.release === 'after-review' && { awaitsRelease: true }),
  };
  if ((await needs.store.insert(reports, made)) === 'inserted') return made;
  await needs.objects.delete(key);
  return (await needs.store.get(reports, made._id)) ?? made;
}

/** Notes where files will be written before they are, so that none is ever lost from sight. */
async function beginAttempt(needs: FormingNeeds, plan: ReportPlan, form: Form): Promise<string> {
  const chance = newId(needs.clock.now(), needs.chance.bytes).toLowerCase();
  const folder = reportName(reportKeyOf(plan)).split('.').join('/');
  const attempt = `reports/${folder}/v${plan.version}-${form}-${chance}`;
  await change(needs, plan._id, (found) => ({ ...found, attempts: [...found.attempts, attempt] }));
  return attempt;
}

/** Ends a plan whose parts all exist: files of attempts that died are removed. */
async function close(needs: FormingNeeds, planId: string): Promise<void> {
  const plan = await needs.store.get(plans, planId);
  const { items } = await needs.store.find(reports, { where: { planId }, limit: 10 });
  const kept = new Set(items.map(({ key }) => key));
  for (const attempt of plan?.attempts ?? []) {
    const { file, spools } = fileKeysOf(attempt);
    if (!kept.has(file)) await needs.objects.delete(file);
    for (const spool of Object.values(spools)) await needs.objects.delete(spool);
  }
  await change(needs, planId, (found) => ({ ...found, state: 'formed' }));
}

async function change(needs: FormingNeeds, planId: string, to: (found: ReportPlan) => ReportPlan): Promise<void> {
  for (;;) {
    const found: Stored<ReportPlan> | undefined = await needs.store.get(plans, planId);
    if (!found) throw new Error(`the plan ${planId} is gone`);
    const { _v, ...plan } = found;
    if ((await needs.store.update(plans, to(plan), _v)) === 'updated') return;
  }
}
