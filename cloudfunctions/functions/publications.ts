import * as api from '@tongcheng/shared/publications/api';
import { deletions } from '../app/publications/deletions';
import { ridership } from '../app/publications/ridership';
import { tracings } from '../app/publications/tracings';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 公开：客流、溯源次数、删除证明 published: ridership, counts of tracings, deletion certificates. */
export const routes: readonly Route<Needs>[] = [
  route(api.ridership, ridership),
  route(api.tracings, tracings),
  route(api.deletions, deletions),
];

export const main = serve(container, routes);
