import type { NoticeProgress } from '@tongcheng/shared/tracing/measures';
import type { DocumentStore } from '../../../ports/document-store';
import type { MeasureRecord } from '../measures/measure-record';
import { type NoticeRecord, tracingNotices } from './notice-record';

/** How many of a notice stand where. What still waits when it ends was stopped. */
export async function noticeProgress(
  store: DocumentStore,
  { _id: measureId, state }: Pick<MeasureRecord, '_id' | 'state'>,
): Promise<NoticeProgress> {
  const count = (state: NoticeRecord['state']) => store.count(tracingNotices, { measureId, state });
  const states = ['waiting', 'sending', 'sent', 'sent-in-app', 'to-call', 'reached', 'given-up'] as const;
  const [waits = 0, sending = 0, sentByPhone = 0, sentInApp = 0, toCall = 0, reached = 0, givenUp = 0] =
    await Promise.all(states.map(count));
  const isOver = state === 'ending' || state === 'ended';
  const sent = sentByPhone + sentInApp;
  return {
    total: waits + sending + sent + toCall + reached + givenUp,
    ...{ sent, sentInApp, reached, givenUp },
    // A message that is under way when it ends is not yet one or the other.
    waiting: isOver ? sending : waits + sending,
    toCall: isOver ? 0 : toCall,
    stopped: isOver ? waits + toCall : 0,
  };
}
