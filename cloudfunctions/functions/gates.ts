import * as api from '@tongcheng/shared/gates/api';
import { deliverTaps } from '../app/gates/deliver-taps';
import { getKeys } from '../app/gates/get-keys';
import { getSet } from '../app/gates/get-set';
import { reportState } from '../app/gates/report-state';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { objects } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects });
type Needs = NeedsOf<typeof container>;

/** 闸机：密钥、卡片集、刷卡记录 gates: their keys, the set of linked cards, taps. */
export const routes: readonly Route<Needs>[] = [
  route(api.getKeys, getKeys),
  route(api.getSet, getSet),
  route(api.reportState, reportState),
  route(api.deliverTaps, deliverTaps),
];

export const main = serve(container, routes);
