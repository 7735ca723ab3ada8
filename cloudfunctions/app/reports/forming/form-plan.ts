import { newId } from '@tongcheng/shared/ids';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Stored } from '../../../ports/document-store';
import {
  type DeliveryRecord,
  deliveries,
  type Form,
  type PlannedForm,
  plans,
  type ReportPlan,
  type ReportRecord,
  reports,
} from '../records';
import { messageIdOf } from '../sending/message-id';
import type { FormingNeeds } from './needs';
import { keysOf, writeFile } from './write-file';

/** How long a runner that died keeps others from forming the same report. A living one renews it. */
const leaseSeconds = 120;

/**
 * Forms everything that a plan names: file, then record, then outbox rows, each with an id that follows from the plan, so
 * that a runner that died anywhere is continued by the next, and two at once make one. False when another runner
 * is at it or was faster.
 */
export async function formPlan(needs: FormingNeeds, plan: ReportPlan): Promise<boolean> {
  const done = await needs.lease.hold(`report.${plan._id}`, leaseSeconds, async () => {
    if ((await needs.store.get(plans, plan._id))?.state === 'formed') return false;
    const settings = await needs.cityOf(plan.city);
    if (!settings) throw new Error(`the city ${plan.city} of a planned report is not served`);
    for (const planned of plan.forms) await formPart(needs, plan, planned, settings);
    await close(needs, plan._id);
    return true;
  });
  return done ?? false;
}

async function formPart(needs: FormingNeeds, plan: ReportPlan, planned: PlannedForm, settings: CitySettings) {
  const id = `${plan._id}.${planned.form}`;
  const report = (await needs.store.get(reports, id)) ?? (await formed(needs, plan, planned.form, settings));
  await needs.store.insertMany(
    deliveries,
    planned.recipientIds.map((recipientId) => newDelivery(needs, report, recipientId)),
  );
}

async function formed(
  needs: FormingNeeds,
  plan: ReportPlan,
  form: Form,
  settings: CitySettings,
): Promise<ReportRecord> {
  const attempt = await beginAttempt(needs, plan, form);
  const { key, bytes, sha256, counts, dayForgotten } = await writeFile(needs, plan, form, settings, attempt);
  const { city, day, version, protection, _id: planId } = plan;
  const { rows, riders, incomplete } = counts;
  const made: ReportRecord = {
    _id: `${planId}.${form}`,
    planId,
    ...{ city, day, version, form, protection, key, bytes, sha256, rows, riders, incomplete },
    formedAt: needs.clock.now(),
    passwordProtected: protection === 'password',
    dayForgotten,
  };
  if ((await needs.store.insert(reports, made)) === 'inserted') return made;
  await needs.objects.delete(key);
  return (await needs.store.get(reports, made._id)) ?? made;
}

/** Notes where files will be written before they are, so that none is ever lost from sight. */
async function beginAttempt(needs: FormingNeeds, plan: ReportPlan, form: Form): Promise<string> {
  const { city, day, version } = plan;
  const chance = newId(needs.clock.now(), needs.chance.bytes).toLowerCase();
  const attempt = `reports/${city}/${day}/v${version}-${form}-${chance}`;
  await change(needs, plan._id, (found) => ({ ...found, attempts: [...found.attempts, attempt] }));
  return attempt;
}

/** Ends a plan whose parts all exist: files of attempts that died are removed. */
async function close(needs: FormingNeeds, planId: string): Promise<void> {
  const plan = await needs.store.get(plans, planId);
  const { items } = await needs.store.find(reports, { where: { planId }, limit: 10 });
  const kept = new Set(items.map(({ key }) => key));
  for (const attempt of plan?.attempts ?? []) {
    const { file, spool } = keysOf(attempt);
    if (!kept.has(file)) await needs.objects.delete(file);
    await needs.objects.delete(spool);
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

function newDelivery(needs: FormingNeeds, report: ReportRecord, recipientId: string): DeliveryRecord {
  const { _id: reportId, city, day, version } = report;
  const _id = `${reportId}.${recipientId}`;
  const now = needs.clock.now();
  return {
    ...{ _id, reportId, city, day, version, recipientId },
    messageId: messageIdOf(_id, 0, needs.publicUrl),
    state: 'queued',
    attempts: 0,
    queuedAt: now,
    nextAttemptAt: now,
    repeats: 0,
  };
}
