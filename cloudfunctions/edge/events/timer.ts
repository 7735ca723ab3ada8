import * as z from 'zod';
import { isFramework } from './framework';
import { trustedContext } from './trusted-context';

/** An event of the cloud's timer: these fields and no other. */
const TimerEvent = z.strictObject({
  Type: z.literal('Timer'),
  TriggerName: z.string(),
  Time: z.string().optional(),
  Message: z.string().optional(),
});

/**
 * Whether the cloud's timer started this. HTTP cannot bring one: of an HTTP access event the caller only chooses the body,
 * and a call through the functions framework is never a timer. A call by name is told by the trusted context and by what
 * the cloud writes into its event. Timers do only what is due anyway.
 */
export const isTimer = (event: unknown, context?: unknown): boolean =>
  TimerEvent.safeParse(event).success && !isFramework(context) && !trustedContext(context).calledByName;
