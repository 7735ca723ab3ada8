import * as z from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''));

/** Everything that an installation chooses, from the environment. The only schema of it; a wrong value stops the start. */
export const Config = z.object({
  /** Folder of the embedded store and of files. */
  TONGCHENG_DATA: z.string().min(1),
  /** File of the master key, outside the data folder. */
  TONGCHENG_KEY_FILE: z.string().min(1),
  /** The address inside ride codes and links, as phones reach it. */
  TONGCHENG_PUBLIC_URL: url,
  /** Outside services: sign-in, real name, health status, card issuer. */
  TONGCHENG_PROVIDERS_URL: url,
  /** Shared secret of those services, at least 32 characters. */
  TONGCHENG_PROVIDERS_SECRET: z.string().min(32),
  TONGCHENG_SMTP_HOST: z.string().min(1),
  TONGCHENG_SMTP_PORT: z.coerce.number().int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` insisted on, `none` only towards this machine. */
  TONGCHENG_SMTP_SECURITY: z.enum(['tls', 'starttls', 'none']).default('tls'),
  TONGCHENG_SMTP_USER: z.string().optional(),
  TONGCHENG_SMTP_PASSWORD: z.string().optional(),
  TONGCHENG_MAIL_FROM: z.email(),
  /** How long a new recipient waits before the first report. */
  TONGCHENG_RECIPIENT_DELAY_HOURS: z.coerce.number().int().min(0).max(168).default(24),
  /** Identity checks a day of one address; a service desk registers many. */
  TONGCHENG_TRIES_PER_ADDRESS: z.coerce.number().int().min(1).default(200),
  /** The page of demonstration people, only where the city is simulated. */
  TONGCHENG_DEMONSTRATION_PEOPLE_URL: z.string().optional(),
  /** Requests a minute of one address without a session. */
  TONGCHENG_ANYONE_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** Requests a minute of one session. */
  TONGCHENG_SESSION_PER_MINUTE: z.coerce.number().int().min(1).default(300),
});
export type Config = z.output<typeof Config>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration; throws with every wrong or missing name at once, never with a value. Set to nothing is not set. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Config.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => tell(String(issue.path[0]), issue.message, given));
  throw new Error(`配置不完整或有误 the configuration is incomplete or wrong:\n  ${wrong.join('\n  ')}`);
}

const tell = (name: string, problem: string, given: Environment): string =>
  given[name] === undefined ? `${name}: 没有设置 is not set` : `${name}: 设置有误 is wrong (${problem})`;
