import { createClient, type Transport } from '@tongcheng/shared/client';
import { type Instant, minuteMs } from '@tongcheng/shared/time';

/** Reads the consent text's version from the city's public settings as the app does, at most every ten minutes. */
export const consentReader = (
  transport: Transport,
  city: string,
  now: () => Instant,
): (() => Promise<string | undefined>) => {
  const client = createClient(transport, () => undefined);
  let held: { readonly version: string; readonly until: Instant } | undefined;
  return async () => {
    if (held && held.until > now()) return held.version;
    const answer = await client.call('venues.get-city', { city });
    if (!answer.ok) return held?.version;
    held = { version: answer.value.consentVersion, until: now() + 10 * minuteMs };
    return held.version;
  };
};
