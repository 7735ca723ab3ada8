import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, Nothing, WireInstant } from '../wire';

/** How an outside service answered last. */
const ServiceRow = z.strictObject({
  /** Of the call: `real-name`, `health-status`. */
  service: z.string(),
  /** It failed after it had answered last. */
  away: z.boolean(),
  answeredAt: WireInstant.exactOptional(),
  failedAt: WireInstant.exactOptional(),
  /** Why it failed last: a code, a status. */
  failure: z.string().exactOptional(),
  /** Since when it is not asked, after failures in a row: the circuit breaker is open; tried again every few seconds. */
  restsSince: WireInstant.exactOptional(),
});
export type ServiceRow = z.output<typeof ServiceRow>;

/** How a part of the timer's work ended last. */
const TimerRow = z.strictObject({
  part: z.string(),
  ranAt: WireInstant,
  tookMs: z.number(),
  ok: z.boolean(),
  failedAt: WireInstant.exactOptional(),
});
export type TimerRow = z.output<typeof TimerRow>;

/** The outbox of reports, all cities together. */
const MailQueue = z.strictObject({
  /** Waiting for their next attempt. */
  queued: z.number().int(),
  /** When the first of these is tried next. */
  nextAttemptAt: WireInstant.exactOptional(),
  /** Given up within the last seven days. */
  failed: z.number().int(),
  /** Those of the caller's cities, to be sent again there. */
  failedIn: z.array(z.strictObject({ city: CityCode, failed: z.number().int() })).exactOptional(),
});
export type MailQueue = z.output<typeof MailQueue>;

export const getOperation = endpoint({
  name: 'oversight.get-operation',
  summary: {
    zh: '外部服务最近的答复、定时任务最近的运行与待发邮件',
    en: 'How outside services answered last, how the parts of the timer’s work ended, and the mail that waits',
  },
  access: official('administrator', 'bureau', 'auditor'),
  input: Nothing,
  output: z.strictObject({ services: z.array(ServiceRow), timers: z.array(TimerRow), mail: MailQueue }),
  failures: [],
});
