import * as z from 'zod';
import type { DownloadRequest } from '../downloads';
import { isFramework } from './framework';
import { forwardedFor } from './http-access';
import { trustedContext } from './trusted-context';

const Headers = z.record(z.string(), z.string());

/** A GET as the HTTP access service brings it. */
const HttpAccess = z.object({
  path: z.string(),
  httpMethod: z.literal('GET'),
  headers: Headers,
  requestContext: z.object({ sourceIp: z.string().optional() }).optional(),
  /** A program that calls the function by name: the cloud writes these beside what the program made up. */
  userInfo: z.never().optional(),
  tcbContext: z.never().optional(),
});

/** A GET as the functions framework tells of it. */
const Framework = z.object({
  httpContext: z.object({ url: z.string(), httpMethod: z.literal('GET'), headers: z.record(z.string(), z.unknown()) }),
});

/** The GET inside a call of a function, from whichever entrance of the cloud; undefined for everything else and for calls by name. */
export function downloadEvent(event: unknown, context: unknown): DownloadRequest | undefined {
  if (isFramework(context)) return frameworkDownload(context);
  const parsed = HttpAccess.safeParse(event);
  const trusted = trustedContext(context);
  if (!parsed.success || trusted.calledByName) return undefined;
  const { path, headers, requestContext } = parsed.data;
  const address = trusted.sourceIp ?? requestContext?.sourceIp ?? forwardedFor(headers) ?? 'unknown';
  return { path, held: heldIn(headers), address };
}

function frameworkDownload(context: unknown): DownloadRequest | undefined {
  const parsed = Framework.safeParse(context);
  if (!parsed.success) return undefined;
  const { url, headers } = parsed.data.httpContext;
  const single = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return { path, held: heldIn(single), address: forwardedFor(single) ?? 'unknown' };
}

const heldIn = (headers: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'if-none-match')?.[1];
