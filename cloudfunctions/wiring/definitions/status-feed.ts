import * as z from 'zod';
import type { ProviderAddress } from '../../adapters/providers-http/signed-call';
import { httpStatusFeed } from '../../adapters/providers-http/status-feed';
import type { StatusFeed } from '../../ports/status-feed';
import { adapterOption } from '../adapter-option';
import { atProviders, guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';

/** Statuses in bulk, for sets of cards at gates; undefined where an installation has no such source. */
export const statusFeed = definePort<ServiceNeeds, StatusFeed | undefined>({
  chosenBy: 'TONGCHENG_STATUS_FEED',
  wrap: (made, needs) =>
    made && {
      follow: guarded(needs, 'status-feed.follow', made.follow),
      leave: guarded(needs, 'status-feed.leave', made.leave),
      changes: guarded(needs, 'status-feed', made.changes),
    },
});

/** No source in bulk: gates send holders of linked cards to staff where a rule asks for a status. */
export const noStatusFeed = () => adapterOption(z.object({}), (): StatusFeed | undefined => undefined);

/** Statuses in bulk at the product's own provider interface. */
export const statusFeedAtProviders = () =>
  atProviders((to: ProviderAddress): StatusFeed | undefined => httpStatusFeed(to));
