import { checkPhone } from '@tongcheng/shared/identity/phones';
import * as z from 'zod';

/** An http(s) address without its last slash. */
export const webAddress = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''));

/** What an installation sets whatever adapters it chooses. */
export const Installation = z.object({
  /** The address inside ride codes and links, as phones reach it. */
  TONGCHENG_PUBLIC_URL: webAddress,
  /** How long a new recipient waits before the first report. */
  TONGCHENG_RECIPIENT_DELAY_HOURS: z.coerce.number().int().min(0).max(168).default(24),
  /** The largest report that is attached to a mail, in megabytes; a larger one goes by link whatever its city chose. A mail is a third larger than its file. */
  TONGCHENG_REPORT_ATTACHMENT_MB: z.coerce.number().int().min(0).max(100).default(20),
  /** By which service accounts of bureaus get reports; with `nowhere` recipients have mail only. The word itself is looked at where messages are sent. */
  TONGCHENG_BUREAU_MESSAGES: z.string().default('nowhere'),
  /** Phones of the people on duty, separated by commas: they learn by message of reports that could not be delivered. */
  TONGCHENG_DUTY_PHONES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean)
        .map(checkPhone),
    )
    .refine((phones) => !phones.includes(undefined), 'not a phone')
    .transform((phones) => phones.filter((phone) => phone !== undefined)),
  /** Identity checks a day of one address; a service desk registers many. */
  TONGCHENG_TRIES_PER_ADDRESS: z.coerce.number().int().min(1).default(200),
  /** After a disaster only: starts though the keys are an older copy than the data (decision 152). */
  TONGCHENG_ACCEPT_OLDER_KEYS: z.enum(['yes', 'no']).default('no'),
  /** Opens `/metrics` of a host to a watcher elsewhere; without it only this machine may look. */
  TONGCHENG_METRICS_TOKEN: z.string().min(32).optional(),
  /** The page of demonstration people, only where the city is simulated. */
  TONGCHENG_DEMONSTRATION_PEOPLE_URL: z.string().optional(),
  /** Requests a minute of one address without a session. */
  TONGCHENG_ANYONE_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** Requests a minute of one session. */
  TONGCHENG_SESSION_PER_MINUTE: z.coerce.number().int().min(1).default(300),
});
export type Installation = z.output<typeof Installation>;
