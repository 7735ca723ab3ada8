import { fail, ok } from '@tongcheng/shared/result';
import { hourMs, type Instant } from '@tongcheng/shared/time';
import type { CallOutcome } from '@tongcheng/shared/tracing/measures';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import type { TracingNeeds } from './cases/tracing-needs';
import { isMeasureOpenTo, measureOf } from './measures/measures-of';
import { noticeProgress } from './notices/notice-progress';
import { type NoticeRecord, tracingNotices } from './notices/notice-record';

/** So many calls of one person are kept; the latest. */
const keptCalls = 20;

/** What a call leads to: reached, tried again, or given up. */
const stateAfter: Readonly<Record<CallOutcome, NoticeRecord['state']>> = {
  reached: 'reached',
  'no-answer': 'to-call',
  'call-later': 'to-call',
  'wrong-number': 'given-up',
  unreachable: 'given-up',
};

/** Records what came of a call, by whom and when; nobody was reached: when to try next, in two hours unless the officer says otherwise. */
export const recordCall: UseCase<typeof api.recordCall, TracingNeeds> = async (needs, caller, input) => {
  const held = await measureOf(needs, caller, input.measureId);
  if (!held) return fail('measure-unknown');
  const { _v: _held, ...record } = held;
  if (!(await isMeasureOpenTo(needs, caller, record))) return fail('measure-not-open');
  const { store, clock } = needs;
  const found = await store.get(tracingNotices, input.noticeId);
  if (found?.measureId !== record._id || found.state !== 'to-call') return fail('call-unknown');
  const { city, _id: what } = record;
  const access = { who: caller.officialId, city, what, reason: `call-${input.outcome}`, counts: {} };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const { _v, ...row } = found;
  const next = afterCall(row, caller.officialId, input, clock.now());
  if ((await store.update(tracingNotices, next, _v)) !== 'updated') return recordCall(needs, caller, input);
  return ok(await noticeProgress(store, record));
};

interface Call {
  readonly outcome: CallOutcome;
  readonly reason?: string;
  readonly nextAt?: Instant;
}

function afterCall(row: NoticeRecord, by: string, { outcome, reason, nextAt }: Call, at: Instant): NoticeRecord {
  const call = { at, by, outcome, ...(reason !== undefined && { reason }) };
  const calls = [...row.calls, call].slice(-keptCalls);
  return { ...row, calls, state: stateAfter[outcome], nextAt: Math.max(at, nextAt ?? at + 2 * hourMs) };
}
