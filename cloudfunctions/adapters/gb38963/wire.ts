import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { dayMs } from '@tongcheng/shared/time';
import * as z from 'zod';

/**
 * The one file that knows how a platform of GB/T 38963—2020 writes things down. The standard names the interface (query of a user's
 * health information, its return codes); field names differ from platform to platform, and the ones here were not compared with a
 * live one. Whoever connects a real platform changes this file.
 */
export const queryPath = '/health-code/v1/user-health/query';

/** Codes of document types as health-code platforms use them: two digits, 10 for the resident ID. */
export const documentTypes: Readonly<Record<DocumentKind, string>> = {
  'resident-id': '10',
  'hk-macao-travel-permit': '14',
  'taiwan-travel-permit': '15',
  passport: '20',
  'hmt-residence-permit': '33',
  'foreign-permanent-residence': '34',
  other: '99',
};

/** Health levels: 1 green, 2 yellow, 3 red; 0 nothing declared yet. */
const colours = { '1': 'green', '2': 'yellow', '3': 'red' } as const;

/** `2026-11-21 08:00:00`, the time of China. */
const chinaTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .transform((text) => Date.parse(`${text.replace(' ', 'T')}+08:00`))
  .refine((at) => Number.isFinite(at));

/** What the platform answers; `code` 0 with a body, or a return code without one. */
export const Reply = z.union([
  z.object({
    code: z.literal('0'),
    body: z.object({
      level: z.enum(['0', '1', '2', '3']),
      issueTime: chinaTime.nullish(),
      expireTime: chinaTime.nullish(),
      issuer: z.string().min(1).max(60).nullish(),
      channel: z.enum(['wechat', 'alipay']).nullish(),
      test: z.object({ result: z.enum(['0', '1']), sampleTime: chinaTime }).nullish(),
    }),
  }),
  z.object({ code: z.string().regex(/^[1-9]\d{3}$/) }),
]);
export type Reply = z.output<typeof Reply>;
type Body = Extract<Reply, { readonly body: unknown }>['body'];

/** The return code for somebody whom the platform does not know. */
export const unknownPerson = '1001';

/** A level without its own end is believed for a day, one without its own beginning from when it was asked for. */
const defaultLifetimeMs = dayMs;

/** The status in a body; null where nothing was declared. */
export function statusIn({ level, issueTime, expireTime, issuer }: Body, now: number) {
  if (level === '0') return null;
  const issuedAt = issueTime ?? now;
  return {
    colour: colours[level],
    issuedAt,
    expiresAt: expireTime ?? issuedAt + defaultLifetimeMs,
    source: issuer ?? 'health-code-platform',
  };
}

/** The last test in a body: 0 negative, 1 positive. */
export const testIn = ({ test }: Body) =>
  test
    ? { result: test.result === '0' ? ('negative' as const) : ('positive' as const), takenAt: test.sampleTime }
    : null;
