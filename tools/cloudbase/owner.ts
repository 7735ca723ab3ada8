import { lastingKeys } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-keys';
import * as z from 'zod';

/** What a command of the account's owner needs, whatever it does. */
export const OwnerSettings = z.object({
  TONGCHENG_CLOUDBASE_ENV: z.string().min(1),
  TONGCHENG_TENCENT_SECRET_ID: z.string().min(1),
  TONGCHENG_TENCENT_SECRET_KEY: z.string().min(1),
  TONGCHENG_TENCENT_REGION: z.string().min(1).optional(),
  TONGCHENG_TENCENT_ENDPOINT: z.url().optional(),
});

/** The settings of a command; where some are missing or malformed their names are said, and there are none. */
export function readOwnerSettings<T>(
  settings: z.ZodType<T>,
  given: Readonly<Record<string, string | undefined>>,
): T | undefined {
  const read = settings.safeParse(given);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => String(path[0]));
  console.error(`没有设置 not set: ${[...new Set(names)].join(', ')}`);
  return undefined;
}

/** The owner's account, with time for slow answers. */
export const ownersAccount = (given: z.output<typeof OwnerSettings>) => {
  const keys = { secretId: given.TONGCHENG_TENCENT_SECRET_ID, secretKey: given.TONGCHENG_TENCENT_SECRET_KEY };
  const endpoint = given.TONGCHENG_TENCENT_ENDPOINT;
  return {
    keys: lastingKeys(keys, { now: () => Date.now() }),
    timeoutMs: 30_000,
    ...(endpoint === undefined ? {} : { endpoint }),
  };
};

/** Ends this program with a command's exit code, or says what went wrong and ends with 1. */
export const endWithCode = (command: Promise<number>): void =>
  void command.then(
    (code) => {
      process.exitCode = code;
    },
    (fault: unknown) => {
      console.error(fault instanceof Error ? fault.message : fault);
      process.exitCode = 1;
    },
  );
