import * as z from 'zod';
import type { ProviderAddress } from '../../adapters/providers-http/signed-call';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { Log } from '../../ports/log';
import { choice } from '../choice';
import { webAddress } from '../installation';

/** What an adapter of an outside service may ask for when it opens. */
export interface OutsideNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Services at hand in this program, for the word `providers` only. */
  readonly providers?: ProviderAddress;
}

const settings = z.object({
  /** Outside services that speak the product's own signed interface. */
  TONGCHENG_PROVIDERS_URL: webAddress,
  /** Shared secret of those services, at least 32 characters. */
  TONGCHENG_PROVIDERS_SECRET: z.string().min(32),
});

/** A service behind the product's own signed interface (docs/decisions/013): each part says which adapter speaks to it. */
export const atProviders = <Made>(speak: (to: ProviderAddress) => Made) =>
  choice(settings, ({ TONGCHENG_PROVIDERS_URL: url, TONGCHENG_PROVIDERS_SECRET: secret }, needs: OutsideNeeds) =>
    speak(needs.providers ?? { url, secret }),
  );
