import * as api from '@tongcheng/shared/rights/api';
import { exportOwn } from '../app/rights/export-own';
import { ownAccesses } from '../app/rights/own-accesses';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 本人权利：谁看过、导出 rights of a rider: who looked, export. */
export const routes: readonly Route<Needs>[] = [route(api.ownAccesses, ownAccesses), route(api.exportOwn, exportOwn)];

export const main = serve(container, routes);
