import * as z from 'zod';
import type { EdgeRequest } from '../request';
import type { TrustedContext } from './trusted-context';

/** An event of CloudBase's HTTP access service. Its `requestContext` names the environment; only some gateways add the address. */
const HttpAccess = z.object({
  path: z.string(),
  httpMethod: z.literal('POST'),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
  requestContext: z.object({ sourceIp: z.string().optional() }).optional(),
  /** A program that calls the function by name: the cloud writes these beside what the program made up. */
  userInfo: z.never().optional(),
  tcbContext: z.never().optional(),
});

/** The request inside an HTTP access event, or undefined when the event is of another shape or somebody called by name. */
export function httpAccessRequest(event: unknown, trusted: TrustedContext): EdgeRequest | undefined {
  const parsed = HttpAccess.safeParse(event);
  if (!parsed.success || trusted.calledByName) return undefined;
  const { path, headers, requestContext } = parsed.data;
  const body = textOf(parsed.data);
  return {
    name: operationIn(path),
    body,
    bodyBytes: Buffer.byteLength(body),
    address: trusted.sourceIp ?? requestContext?.sourceIp ?? forwardedFor(headers) ?? 'unknown',
    ...bearerIn(headers),
  };
}

const textOf = ({ body = '', isBase64Encoded = false }: z.output<typeof HttpAccess>): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** What the cloud's own entrance wrote last; earlier entries are the caller's word. */
export function forwardedFor(headers: Readonly<Record<string, string>>): string | undefined {
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-forwarded-for');
  return named?.[1].split(',').at(-1)?.trim() || undefined;
}

/** The name of an operation is the last part of the path, whatever route stands before it. */
export function operationIn(path: string): string {
  const [way = ''] = path.split('?', 1);
  return way.slice(way.lastIndexOf('/') + 1);
}

/** The session in the headers, only as a bearer; names of headers come in any case. */
export function bearerIn(headers: Readonly<Record<string, string>>): { readonly bearer?: string } {
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  return named?.[1].startsWith('Bearer ') ? { bearer: named[1].slice('Bearer '.length) } : {};
}
