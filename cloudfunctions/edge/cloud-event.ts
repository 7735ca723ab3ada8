import * as z from 'zod';
import type { EdgeReply, EdgeRequest } from './request';

/** An event of CloudBase's HTTP access service; anything else is not for riders and is refused. */
const HttpAccess = z.object({
  path: z.string(),
  httpMethod: z.literal('POST'),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  requestContext: z.object({ sourceIp: z.string() }).optional(),
  /** A program that calls the function by name: the cloud writes these beside what the program made up. */
  userInfo: z.never().optional(),
  tcbContext: z.never().optional(),
});

/** An event of the cloud's timer: these fields and no other. */
const TimerEvent = z.strictObject({
  Type: z.literal('Timer'),
  TriggerName: z.string(),
  Time: z.string().optional(),
  Message: z.string().optional(),
});

/**
 * Whether an event is the cloud's timer. The HTTP access service cannot bring one: its events have a path and the caller
 * only chooses the body. A call by name could look like one where an installation allows such calls; timers therefore do
 * only what is due anyway.
 */
export const isTimerEvent = (event: unknown): boolean => TimerEvent.safeParse(event).success;

/** The request inside an HTTP access event, or undefined when the event is of another shape. */
export function requestOf(event: unknown): EdgeRequest | undefined {
  const parsed = HttpAccess.safeParse(event);
  if (!parsed.success) return undefined;
  const { path, headers, requestContext } = parsed.data;
  const body = textOf(parsed.data);
  const bearer = bearerOf(headers);
  const asked = {
    name: path.slice(path.lastIndexOf('/') + 1),
    body,
    bodyBytes: new TextEncoder().encode(body).byteLength,
    address: requestContext?.sourceIp ?? 'unknown',
  };
  return bearer === undefined ? asked : { ...asked, bearer };
}

const textOf = ({ body = '', isBase64Encoded = false }: z.output<typeof HttpAccess>): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

function bearerOf(headers: Readonly<Record<string, string>>): string | undefined {
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  return named?.[1].startsWith('Bearer ') ? named[1].slice('Bearer '.length) : undefined;
}

/** A reply in the form of the HTTP access service. */
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
