import * as api from '@tongcheng/shared/rides/api';
import { registerFor } from '../app/rides/register-for';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import * as cloud from '../wiring/cloud';

/** Made at the first call; tells the names of its configuration. Apart from `rides`, which must start fast and never asks the registers. */
export const container = cloud.containerWith({ realName: cloud.realName(), healthStatus: cloud.healthStatus() });
type Needs = cloud.NeedsOf<typeof container>;

/** 工作人员代登记 entries by staff. */
export const routes: readonly Route<Needs>[] = [route(api.registerFor, registerFor)];

export const main = serve(container, routes);
