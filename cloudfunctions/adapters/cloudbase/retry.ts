import { setTimeout as pause } from 'node:timers/promises';
import { StoreRefused } from '../../ports/document-store';
import { type FaultOutcome, outcomeOf } from './fault-meaning';

/** How long one call may take, with all its attempts. */
export interface RetryLimits {
  /** The whole call, pauses included. */
  readonly budgetMs: number;
  /** One attempt. */
  readonly attemptMs: number;
  /** The longest first pause; it doubles each time. The pause taken is drawn between zero and it. */
  readonly firstPauseMs: number;
}

/** Well inside the time of the shortest function (20 s), so that the caller gets an answer of ours. */
export const defaultRetryLimits: RetryLimits = { budgetMs: 12_000, attemptMs: 4_000, firstPauseMs: 100 };

/** An attempt with less of its time left than this is not begun: cut off by the clock, it would only make unclear what was clear. */
const leastShare = 0.25;

/** A write was sent and no answer came, and the time is up: it may have been kept. Asking again with the same ids is safe. */
export class OutcomeUnclear extends Error {
  override readonly name = 'OutcomeUnclear';
}

/**
 * Asks until an answer comes or the time is up. Only for what may be done twice without harm: reads, and writes that
 * recognise themselves. A fault that `outcomeOf` calls `taken` or `too-long` is thrown as it is; the rest ends as
 * {@link StoreRefused} when nothing was kept, as {@link OutcomeUnclear} when a write may have been.
 */
export async function withRetry<T>(
  retry: RetryLimits,
  kind: 'read' | 'write',
  attempt: (timeoutMs: number) => Promise<T>,
): Promise<T> {
  const until = performance.now() + retry.budgetMs;
  let unclear = false;
  for (let attempts = 0; ; attempts += 1) {
    const left = until - performance.now();
    try {
      return await within(Math.max(1, Math.min(left, retry.attemptMs)), attempt);
    } catch (fault) {
      const outcome = outcomeOf(fault);
      if (outcome === 'taken' || outcome === 'too-long') throw fault;
      unclear ||= outcome === 'unclear';
      const rest = Math.random() * retry.firstPauseMs * 2 ** Math.min(attempts, 6);
      if (outcome === 'never' || until - performance.now() - rest < retry.attemptMs * leastShare)
        throw ended(kind, unclear, outcome, fault);
      await pause(rest);
    }
  }
}

/** The SDK's own limit is one of silence on the line; ours is one of time, so that an answer that drips ends too. */
async function within<T>(timeoutMs: number, attempt: (timeoutMs: number) => Promise<T>): Promise<T> {
  const whole = Math.ceil(timeoutMs);
  const stop = new AbortController();
  const late = pause(whole, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer within ${whole} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([attempt(whole), late]);
  } finally {
    stop.abort();
  }
}

function ended(kind: 'read' | 'write', unclear: boolean, outcome: FaultOutcome, cause: unknown): Error {
  if (kind === 'write' && unclear)
    return new OutcomeUnclear('写入是否完成尚不清楚，请重试 / It is not known whether the write was kept; repeat it', {
      cause,
    });
  if (isWithoutCollection(cause))
    return new StoreRefused('云数据库缺少集合，请运行 / A collection is missing; run: npm run cloudbase:indexes', {
      cause,
    });
  const why = outcome === 'never' ? '被拒绝 was refused' : '暂时不可用 is away';
  return new StoreRefused(`云数据库${why}`, { cause });
}

const isWithoutCollection = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'DATABASE_COLLECTION_NOT_EXIST';
