import * as api from '@tongcheng/shared/rides/api';
import { registerFor } from '../app/rides/register-for';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { healthStatus, realName } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. Apart from `rides`, which must start fast and never asks the registers. */
export const container = containerWith({ realName, healthStatus });
type Needs = NeedsOf<typeof container>;

/** 工作人员代登记 assisted scans. */
export const routes: readonly Route<Needs>[] = [route(api.registerFor, registerFor)];

export const main = serve(container, routes);
