import { hourMs, minuteMs } from '@tongcheng/shared/time';
import type { DocumentStore, Stored } from '../../../ports/document-store';
import { finishEnding, stopMeasure } from '../measures/end-measures';
import { ruleOfMeasure } from '../measures/measure-kinds';
import { type MeasureRecord, tracingMeasures } from '../measures/measure-record';
import { measureHolds } from '../measures/measures-of';
import { startMeasure } from '../measures/start-measure';
import { type NoticeRecord, tracingNotices } from './notice-record';
import { type NoticeNeeds, type SentNotice, sendNotice } from './send-notice';

/** An attempt that has not ended after so long was cut off: whether a message went out is not known. */
const attemptMs = 5 * minuteMs;
const atOnce = 50;
/** A service that is away is asked again; whoever waits so often is phoned. */
const mostAttempts = 6;

/**
 * Goes on with every approved measure, and ends those that are over. Nobody gets two messages: an attempt is written before it is made, and where
 * its end is not known the person is phoned. Nobody is forgotten: whoever gets no message is on the call list. Gives how many were sent.
 */
export async function sendNotices(needs: NoticeNeeds): Promise<number> {
  let sent = 0;
  for (const { _id } of await liveMeasures(needs.store)) {
    const held = await needs.store.get(tracingMeasures, _id);
    if (held) sent += await goOn(needs, held);
  }
  return sent;
}

async function liveMeasures(store: DocumentStore): Promise<readonly MeasureRecord[]> {
  const found: MeasureRecord[] = [];
  for await (const batch of store.stream(tracingMeasures, { where: { state: { in: ['approved', 'ending'] } } }))
    found.push(...batch);
  return found;
}

async function goOn(needs: NoticeNeeds, held: Stored<MeasureRecord>): Promise<number> {
  await settleCutOff(needs, held);
  if (held.state === 'ending') {
    await finishEnding(needs, held);
    return 0;
  }
  if (needs.clock.now() >= (held.holdsUntil ?? 0)) {
    await stopMeasure(needs, held, { by: 'timer', reason: 'over' });
    return 0;
  }
  const { _v, ...record } = held;
  if (!(await measureHolds(needs, record))) return 0;
  const { measure, isPrepared = false } = record;
  if ((ruleOfMeasure(measure).keepsOwn && !isPrepared) || measure.kind === 'end-hold')
    await startMeasure(needs, record);
  if (measure.kind !== 'notify') return 0;
  return sendDue(needs, record);
}

/** Whoever was being told when the machine stopped. */
async function settleCutOff({ store, clock }: NoticeNeeds, { _id: measureId }: MeasureRecord): Promise<void> {
  const now = clock.now();
  const where = { measureId, state: 'sending', nextAt: { lte: now } } as const;
  for await (const batch of store.stream(tracingNotices, { where }))
    for (const { _v, ...row } of batch)
      await store.update(tracingNotices, { ...row, state: 'to-call', because: 'unsure', nextAt: now }, _v);
}

async function sendDue(needs: NoticeNeeds, record: MeasureRecord): Promise<number> {
  const where = { measureId: record._id, state: 'waiting', nextAt: { lte: needs.clock.now() } } as const;
  const order = { by: 'nextAt', direction: 'asc' } as const;
  const { items } = await needs.store.find(tracingNotices, { where, order, limit: atOnce });
  let sent = 0;
  for (const due of items) {
    // Stopped by somebody meanwhile: not one more.
    const held = await needs.store.get(tracingMeasures, record._id);
    if (!held || !(await measureHolds(needs, held))) return sent;
    const came = await sendClaimed(needs, record, due);
    if (came === 'sent' || came === 'sent-in-app') sent += 1;
  }
  return sent;
}

async function sendClaimed(needs: NoticeNeeds, record: MeasureRecord, { _v, ...due }: Stored<NoticeRecord>) {
  const { store, clock } = needs;
  const claimed: NoticeRecord = {
    ...due,
    state: 'sending',
    attempts: due.attempts + 1,
    nextAt: clock.now() + attemptMs,
  };
  if ((await store.update(tracingNotices, claimed, _v)) !== 'updated') return undefined;
  const next = rowAfter(claimed, await sendNotice(needs, record, claimed), clock.now());
  await store.update(tracingNotices, next, _v + 1);
  needs.log.event('notice', `exposure notice ${next.state}`, { city: record.city, count: next.attempts });
  return next.state;
}

function rowAfter(row: NoticeRecord, came: SentNotice, now: number): NoticeRecord {
  switch (came) {
    case 'sent':
    case 'sent-in-app':
      return { ...row, state: came, nextAt: now };
    case 'away':
      if (row.attempts < mostAttempts) return { ...row, state: 'waiting', nextAt: now + hourMs / 4 };
      return { ...row, state: 'to-call', because: came, nextAt: now };
    case 'no-phone':
    case 'refused':
    case 'no-notifier':
    case 'unsure':
      return { ...row, state: 'to-call', because: came, nextAt: now };
  }
}
