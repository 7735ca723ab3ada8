import { newId } from '@tongcheng/shared/ids';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { sessions } from './session-record';

/** The longest session, a rider's, lives sixty days; a day more, so that no clock is too early. */
const longestMs = 61 * dayMs;

/** Removes sessions that ended long ago: ids begin with the time of opening. Doing it again is no harm. */
export async function forgetSessions(store: DocumentStore, now: Instant): Promise<void> {
  const before = newId(now - longestMs, (size) => new Uint8Array(size));
  for await (const batch of store.stream(sessions, { where: { _id: { lt: before } } }))
    for (const { _id } of batch) await store.delete(sessions, _id);
}
