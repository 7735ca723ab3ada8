import * as z from 'zod';

/** What the object store said no with. Holds neither address, signature nor token: the library's own errors carry all of them. */
export class OssRefused extends Error {
  override readonly name = 'OssRefused';
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(`the object store answered ${code} (${status})`);
  }
}

const Fault = z.object({ code: z.string().optional(), name: z.string().optional(), status: z.number().optional() });

/** A fault of the library as ours; anything else, such as a source that broke, stays what it is. */
export function ossFault(cause: unknown): unknown {
  const read = cause instanceof Error ? Fault.safeParse({ ...cause, name: cause.name }) : undefined;
  if (!read?.success) return cause;
  const { code, name, status } = read.data;
  return status === undefined && !lost.has(name ?? '') ? cause : new OssRefused(code ?? name ?? '', status ?? -1);
}

const lost = new Set(['ResponseTimeoutError', 'ConnectionTimeoutError', 'RequestError', 'ResponseError']);
const expired = new Set(['InvalidAccessKeyId', 'InvalidSecurityToken', 'SecurityTokenExpired']);
const busy = new Set(['RequestTimeout', 'TooManyRequests', 'ServiceUnavailable', 'InternalError']);

/** The keys are over: with fresh ones the same call may pass. A HEAD is refused without a word, so it gets one more try too. */
export const isExpired = (cause: unknown): boolean =>
  cause instanceof OssRefused && cause.status === 403 && (expired.has(cause.code) || cause.code === 'UnknownError');

/** No answer, or one that asks to try again later. Whether the call had its effect is not known. */
export const isPassing = (cause: unknown): boolean =>
  cause instanceof OssRefused && (cause.status < 0 || cause.status >= 500 || busy.has(cause.code));

/** There is no such object. */
export const isAbsent = (cause: unknown): boolean => cause instanceof OssRefused && cause.code === 'NoSuchKey';
