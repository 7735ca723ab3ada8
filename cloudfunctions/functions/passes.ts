import * as api from '@tongcheng/shared/passes/api';
import { beginCheck } from '../app/passes/begin-check';
import { finishCheck } from '../app/passes/finish-check';
import { getStatusList } from '../app/passes/get-status-list';
import { getTrustList } from '../app/passes/get-trust-list';
import { listCounters } from '../app/passes/list-counters';
import { listPasses } from '../app/passes/list-passes';
import { revokePass } from '../app/passes/revoke-pass';
import { signDemonstrationPass } from '../app/passes/sign-demonstration-pass';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { faceCheck, realName } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ realName, faceCheck });
type Needs = NeedsOf<typeof container>;

/** 临时乘车身份证明：申请、出示、作废、信任列表 temporary identity passes: issued, shown, revoked, the lists that validators go by. */
export const routes: readonly Route<Needs>[] = [
  route(api.beginCheck, beginCheck),
  route(api.finishCheck, finishCheck),
  route(api.listPasses, listPasses),
  route(api.revokePass, revokePass),
  route(api.listCounters, listCounters),
  route(api.signDemonstrationPass, signDemonstrationPass),
  route(api.getTrustList, getTrustList),
  route(api.getStatusList, getStatusList),
];

export const main = serve(container, routes);
