import type { OutsideService } from '@tongcheng/shared/oversight/operation-names';
import * as z from 'zod';
import {
  type BreakerOptions,
  type BreakerState,
  behindBreaker,
  defaultBreaker,
} from '../adapters/breaker/behind-breaker';
import type { ProviderAddress } from '../adapters/providers-http/signed-call';
import type { Chance } from '../ports/chance';
import type { Clock } from '../ports/clock';
import type { KeyService } from '../ports/key-service';
import type { Log } from '../ports/log';
import { ServiceUnavailable } from '../ports/service-unavailable';
import { adapterOption } from './adapter-option';
import { webAddress } from './installation';

/** What an adapter of an outside service may ask for when it opens. */
export interface AdapterNeeds {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Services at hand in this program, for the word `providers` only. */
  readonly providers?: ProviderAddress;
}

/** What is open already when services open. */
export interface ServiceNeeds extends AdapterNeeds {
  readonly keys: KeyService;
  readonly publicUrl: string;
  /** Is told how each call of an outside service ended, for officials. */
  readonly noteService?: (service: OutsideService, failure?: string) => void;
  /** Is told when the breaker around a call opens and when it closes, for officials. */
  readonly noteBreaker?: (service: OutsideService, isOpen: boolean) => void;
  /** Is given the state of the breaker around each call of an outside service, whenever it changes. */
  readonly watchBreaker?: (service: OutsideService, state: BreakerState) => void;
}

/** A call that is left in peace while its service is away, writes into the log that it is, and shows whoever watches how its breaker stands. */
export const guarded = <A extends readonly unknown[], R>(
  { log, watchBreaker, noteService, noteBreaker }: ServiceNeeds,
  service: OutsideService,
  call: (...asked: A) => Promise<R>,
  breaker: BreakerOptions = defaultBreaker,
) =>
  behindBreaker(toldOf({ log, noteService }, service, call), breaker, (state) => {
    watchBreaker?.(service, state);
    noteBreaker?.(service, state !== 'closed');
  });

/**
 * The same call, of which officials learn how it ended; each time the service is away the log says which and why (a code, a status, never what was asked). Inside a breaker, so
 * that a rest is quiet. Riders see only that something is unavailable: an unpaid account would otherwise be seen by nobody.
 */
const toldOf =
  <A extends readonly unknown[], R>(
    { log, noteService }: { readonly log: Log; readonly noteService: ServiceNeeds['noteService'] },
    provider: OutsideService,
    call: (...asked: A) => Promise<R>,
  ) =>
  async (...asked: A): Promise<R> => {
    try {
      const answer = await call(...asked);
      noteService?.(provider);
      return answer;
    } catch (fault) {
      if (fault instanceof ServiceUnavailable) {
        noteService?.(provider, fault.message);
        log.event('warning', 'an outside service is away', { provider, failure: fault.message });
      }
      throw fault;
    }
  };

/** Names of the product's own provider interface. */
export const providerSettings = z.object({
  /** 讲本产品签名接口的外部服务的地址（docs/outside-services.md）。 Address of the outside services that speak the product's own signed interface (docs/outside-services.md). */
  TONGCHENG_PROVIDERS_URL: webAddress,
  /** 与这些服务共享的密钥，至少 32 位：openssl rand -hex 32。 Secret shared with those services, at least 32 characters: openssl rand -hex 32. */
  TONGCHENG_PROVIDERS_SECRET: z.string().min(32),
});

/** Where those services are: at hand in this program, or at their address. */
export const providersAt = (given: z.output<typeof providerSettings>, needs: AdapterNeeds): ProviderAddress =>
  needs.providers ?? { url: given.TONGCHENG_PROVIDERS_URL, secret: given.TONGCHENG_PROVIDERS_SECRET };

/** A service behind the product's own signed interface (docs/decisions/013): each port says which adapter speaks to it. */
export const atProviders = <Made>(speak: (to: ProviderAddress) => Made) =>
  adapterOption(providerSettings, (given, needs: AdapterNeeds) => speak(providersAt(given, needs)));
