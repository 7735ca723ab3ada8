import { newId } from '@tongcheng/shared/ids';
import { reportKeyOf, reportName, storedReportKey } from '@tongcheng/shared/reports/report-key';
import type { Instant } from '@tongcheng/shared/time';
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
import { attemptKeys } from './attempt-keys';
import type { FormingNeeds } from './needs';
import { defaultSlices, type FormingSlice } from './slice';
import { writeSlice } from './write-file';

/** How long a runner that died keeps others from forming the same report. A living one renews it. */
const leaseSeconds = 120;

/**
 * Forms everything that a plan names: file, then record, then outbox rows, each with an id that follows from the plan, so
 * that a runner that died anywhere is continued by the next, and two at once make one. False when another runner
 * is at it or was faster, or when something is left at `until`: then the next run goes on.
 */
export async function formPlan(
  needs: FormingNeeds,
  plan: ReportPlan,
  subjects: readonly ReportSubject[],
  until: Instant = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const { subject: name, level, city } = reportKeyOf(plan);
  const subject = subjects.find((each) => each.name === name);
  if (!subject) throw new Error(`nobody knows the subject ${name} of a planned report`);
  // A runner that lost its lease may find its parts cleared away by one that was faster: it clears its own, and that is all.
  const failed = async (cause: unknown) => {
    if ((await needs.store.get(plans, plan._id))?.state !== 'formed') throw cause;
    await close(needs, plan._id);
    return false;
  };
  const done = await needs.lease.hold(`report.${plan._id}`, leaseSeconds, async () => {
    if ((await needs.store.get(plans, plan._id))?.state === 'formed') return false;
    const scope = await scopeOf(needs, { level, code: city });
    if (!scope) throw new Error(`the ${level} ${city} of a planned report is not served`);
    for (const planned of formsUnder(plan.protection, plan.forms))
      if (!(await formPart(needs, plan, planned, { subject, scope, until }).catch(failed))) return false;
    await close(needs, plan._id);
    return true;
  });
  return done ?? false;
}

/** What is reported, and of whom. */
interface Matter {
  readonly subject: ReportSubject;
  readonly scope: ScopeSettings;
  /** When the rest is left to the next run. */
  readonly until: Instant;
}

/** Whether the form is there. */
async function formPart(needs: FormingNeeds, plan: ReportPlan, planned: PlannedForm, matter: Matter): Promise<boolean> {
  const id = `${plan._id}.${planned.form}`;
  const report = (await needs.store.get(reports, id)) ?? (await formed(needs, plan, planned.form, matter));
  if (!report) return false;
  if (matter.subject.release === 'at-once') await queueDeliveries(needs, report, planned.recipientIds);
  return true;
}

async function formed(
  needs: FormingNeeds,
  plan: ReportPlan,
  form: Form,
  { subject, scope, until }: Matter,
): Promise<ReportRecord | undefined> {
  const slice = await sliceOf(needs, plan, form, until);
  const written = await writeSlice(needs, subject, { plan, form, scope }, slice);
  if (!written) return undefined;
  const { key, bytes, sha256, counts, dayForgotten } = written;
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
  const first = (await needs.store.get(reports, made._id)) ?? made;
  if (first.key !== key) await needs.objects.delete(key);
  return first;
}

/** Goes on with the attempt that was begun last, or begins one. */
async function sliceOf(needs: FormingNeeds, plan: ReportPlan, form: Form, until: Instant): Promise<FormingSlice> {
  const known = (await needs.store.get(plans, plan._id))?.progress.findLast((each) => each.form === form);
  const attempt = known?.attempt ?? (await beginAttempt(needs, plan, form));
  return {
    attempt,
    begun: known?.parts ?? 0,
    sizes: needs.slices ?? defaultSlices,
    mayGoOn: () => needs.clock.now() < until && !needs.stopping?.aborted,
    begin: (part, tables) =>
      change(needs, plan._id, ({ progress, ...found }) => {
        const before = progress.find((each) => each.attempt === attempt);
        const parts = Math.max(part, before?.parts ?? 0);
        const others = progress.filter((each) => each.attempt !== attempt);
        return { ...found, progress: [...others, { form, attempt, parts, tables }] };
      }),
  };
}

/** Notes where files will be written before they are, so that none is ever lost from sight. */
async function beginAttempt(needs: FormingNeeds, plan: ReportPlan, form: Form): Promise<string> {
  const chance = newId(needs.clock.now(), needs.chance.bytes).toLowerCase();
  const folder = reportName(reportKeyOf(plan)).split('.').join('/');
  const attempt = `reports/${folder}/v${plan.version}-${form}-${chance}`;
  await change(needs, plan._id, (found) => ({
    ...found,
    attempts: [...found.attempts, attempt],
    progress: [...found.progress, { form, attempt, parts: 0, tables: [] }],
  }));
  return attempt;
}

/** Ends a plan whose parts all exist: files of attempts that died are removed. */
async function close(needs: FormingNeeds, planId: string): Promise<void> {
  const plan = await needs.store.get(plans, planId);
  const { items } = await needs.store.find(reports, { where: { planId }, limit: 10 });
  const kept = new Set(items.map(({ key }) => key));
  if (plan) for (const key of attemptKeys(plan)) if (!kept.has(key)) await needs.objects.delete(key);
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
