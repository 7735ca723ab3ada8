import type { EdgeReply } from '../request';

/** A reply in the form that the HTTP access service and the functions framework both send as HTTP. */
export const cloudReply = (reply: EdgeReply) => ({
  statusCode: reply.status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(reply.retryAfterSeconds === undefined ? {} : { 'retry-after': String(reply.retryAfterSeconds) }),
  },
  body: reply.body,
});
