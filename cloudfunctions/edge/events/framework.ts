import * as z from 'zod';
import type { EdgeRequest } from '../request';
import { bearerIn, forwardedFor, operationIn } from './http-access';

/** The functions framework serves many requests at once and tells of each in its context; the event is the parsed body. */
const FrameworkContext = z.object({
  httpContext: z.object({
    url: z.string(),
    httpMethod: z.string(),
    headers: z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()),
  }),
});

/** Whether a call came through the functions framework, readable or not: then its event is whatever a caller sent. */
export const isFramework = (context: unknown): boolean =>
  typeof context === 'object' && context !== null && 'httpContext' in context;

/** The request of a call through the functions framework; undefined for other methods and for forms with files. */
export function frameworkRequest(event: unknown, context: unknown): EdgeRequest | undefined {
  const parsed = FrameworkContext.safeParse(context);
  if (!parsed.success || parsed.data.httpContext.httpMethod !== 'POST') return undefined;
  const { url } = parsed.data.httpContext;
  const headers = single(parsed.data.httpContext.headers);
  const body = /^multipart\/|^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')
    ? undefined
    : textOf(event);
  if (body === undefined) return undefined;
  return {
    name: operationIn(pathOf(url)),
    body,
    bodyBytes: Buffer.byteLength(body),
    address: forwardedFor(headers) ?? 'unknown',
    ...bearerIn(headers),
  };
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

const single = (headers: Readonly<Record<string, string | readonly string[] | undefined>>) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** The framework has read JSON already: it is written again, and read once more where every body is read. */
function textOf(event: unknown): string | undefined {
  if (typeof event === 'string') return event;
  if (event instanceof Uint8Array) return Buffer.from(event).toString('utf8');
  return event === undefined || event === null ? '' : JSON.stringify(event);
}
