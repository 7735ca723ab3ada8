import type { ExtractRow, ExtractState } from '@tongcheng/shared/coaches/extracts-api';
import { dayMs, type Instant } from '@tongcheng/shared/time';
import { departureDay } from '../departure-event-record';
import type { ExtractRecord, SoughtDocument } from './extract-record';

/** Until when a request can be approved. */
const expiresAt = ({ requestedAt }: Pick<ExtractRecord, 'requestedAt'>): Instant => requestedAt + dayMs;

/** Where a request stands at `now`. */
export function extractState(record: ExtractRecord, now: Instant): ExtractState {
  if (record.state === 'open') return now < expiresAt(record) ? 'open' : 'expired';
  if (record.state === 'approved') return now < (record.opensUntil ?? 0) ? 'approved' : 'ended';
  return record.state;
}

/** A request as officials see it. */
export function extractRow(record: ExtractRecord, document: SoughtDocument | undefined, now: Instant): ExtractRow {
  const { _id: extractId, recipient, receiver, legalBasis, purpose, requestedBy, requestedAt, digest } = record;
  const { decidedBy, decidedAt, opensUntil } = record;
  return {
    ...{ extractId, recipient, receiver, legalBasis, purpose, requestedBy, requestedAt, digest },
    state: extractState(record, now),
    content: { ...contentOf(record), ...(document && { maskedDocument: document.masked }) },
    expiresAt: expiresAt(record),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(opensUntil !== undefined && { opensUntil }),
  };
}

function contentOf({ content }: ExtractRecord) {
  if (content.of !== 'departure') return content;
  const day = departureDay(content.departureId);
  return { ...content, from: day, to: day };
}
