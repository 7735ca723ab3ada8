import * as api from '@tongcheng/shared/rights/api';
import { exportOwn } from '../app/rights/export-own';
import { ownAccesses } from '../app/rights/own-accesses';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import * as cloud from '../wiring/cloud';

/** Made at the first call; tells the names of its configuration. */
export const container = cloud.containerWith({});
type Needs = cloud.NeedsOf<typeof container>;

/** 本人权利：谁看过、导出 rights of a rider: who looked, export. */
export const routes: readonly Route<Needs>[] = [route(api.ownAccesses, ownAccesses), route(api.exportOwn, exportOwn)];

export const main = serve(container, routes);
