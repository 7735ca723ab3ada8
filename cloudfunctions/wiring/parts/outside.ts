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

/** Names of the product's own provider interface. */
export const providerSettings = z.object({
  /** Outside services that speak the product's own signed interface. */
  TONGCHENG_PROVIDERS_URL: webAddress,
  /** Shared secret of those services, at least 32 characters. */
  TONGCHENG_PROVIDERS_SECRET: z.string().min(32),
});

/** Where those services are: at hand in this program, or at their address. */
export const providersAt = (given: z.output<typeof providerSettings>, needs: OutsideNeeds): ProviderAddress =>
  needs.providers ?? { url: given.TONGCHENG_PROVIDERS_URL, secret: given.TONGCHENG_PROVIDERS_SECRET };

/** A service behind the product's own signed interface (docs/decisions/013): each part says which adapter speaks to it. */
export const atProviders = <Made>(speak: (to: ProviderAddress) => Made) =>
  choice(providerSettings, (given, needs: OutsideNeeds) => speak(providersAt(given, needs)));
