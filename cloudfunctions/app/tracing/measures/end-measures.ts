import type { DocumentStore, Stored } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { noticeProgress } from '../notices/notice-progress';
import { ruleOfMeasure } from './measure-kinds';
import { type MeasureRecord, tracingMeasures } from './measure-record';
import { measuresOfCase } from './measures-of';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly clock: { readonly now: () => number };
}

/** Who ends something, and why they say. */
export interface MeasureEnding {
  readonly by: string;
  readonly reason: string;
}

/** Ends a measure at once: from then on nothing comes of it, and what it kept is destroyed. False where it was changed meanwhile. */
export async function stopMeasure(
  needs: Needs,
  held: Stored<MeasureRecord>,
  { by, reason }: MeasureEnding,
): Promise<boolean> {
  const { _v, approval: _approval, ...record } = held;
  const end = { endedBy: by, endedAt: needs.clock.now(), endReason: reason };
  const state = record.state === 'open' ? 'withdrawn' : ruleOfMeasure(record.measure).keepsOwn ? 'ending' : 'ended';
  const ending: MeasureRecord = { ...record, ...end, state };
  if ((await needs.store.update(tracingMeasures, ending, _v)) !== 'updated') return false;
  if (state === 'ending') await finishEnding(needs, { ...ending, _v: _v + 1 });
  return true;
}

/**
 * Destroys the key of what a measure kept, and once no message is under way any more says what came of it. Asked again it goes on where it was
 * stopped.
 */
export async function finishEnding(needs: Needs, { _v, ...record }: Stored<MeasureRecord>): Promise<void> {
  await needs.vault.destroyForCase(record._id);
  const summary = record.measure.kind === 'notify' ? await noticeProgress(needs.store, record) : undefined;
  if (summary && summary.waiting > 0) return;
  const ended: MeasureRecord = { ...record, state: 'ended', ...(summary && { summary }) };
  await needs.store.update(tracingMeasures, ended, _v);
}

/** Ends the hold that a measure was asked to end; a later hold of the same case is another. */
export async function stopHoldOf(
  needs: Needs,
  { caseId, askedAt }: Pick<MeasureRecord, 'caseId' | 'askedAt'>,
  ending: MeasureEnding,
): Promise<void> {
  for (const held of await measuresOfCase(needs, caseId)) {
    if (held.measure.kind !== 'hold' || held.state !== 'approved' || (held.decidedAt ?? 0) > askedAt) continue;
    if (!(await stopMeasure(needs, held, ending))) return stopHoldOf(needs, { caseId, askedAt }, ending);
  }
}

/** Ends every measure of a case that waits or goes on, but what outlives the case. */
export async function stopMeasuresOf(needs: Needs, caseId: string, ending: MeasureEnding): Promise<void> {
  for (const held of await measuresOfCase(needs, caseId)) {
    if (held.state !== 'open' && (held.state !== 'approved' || ruleOfMeasure(held.measure).outlivesCase)) continue;
    if (!(await stopMeasure(needs, held, ending))) return stopMeasuresOf(needs, caseId, ending);
  }
}
