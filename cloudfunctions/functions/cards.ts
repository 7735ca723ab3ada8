import * as api from '@tongcheng/shared/cards/api';
import * as listApi from '@tongcheng/shared/cards/list-api';
import * as partnerApi from '@tongcheng/shared/cards/partner-api';
import * as progressApi from '@tongcheng/shared/cards/progress-api';
import { bindCard } from '../app/cards/bind-card';
import { linkingProgress } from '../app/cards/linking-progress';
import { listCards } from '../app/cards/list-cards';
import { getList } from '../app/cards/lists/get-list';
import { handInList } from '../app/cards/lists/hand-in-list';
import { putListInForce } from '../app/cards/lists/put-list-in-force';
import { reportLost } from '../app/cards/report-lost';
import { handInTopUps } from '../app/cards/stated/hand-in-top-ups';
import { linkByPartner } from '../app/cards/stated/link-by-partner';
import { unbindCard } from '../app/cards/unbind-card';
import { unlinkAtDesk } from '../app/cards/unlink-at-desk';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { cardIssuer } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ cardIssuer });
type Needs = NeedsOf<typeof container>;

/** 绑定交通卡 transit cards. */
export const routes: readonly Route<Needs>[] = [
  route(api.bindCard, bindCard),
  route(api.listCards, listCards),
  route(api.unbindCard, unbindCard),
  route(api.reportLost, reportLost),
  route(api.unlinkAtDesk, unlinkAtDesk),
  route(partnerApi.linkByPartner, linkByPartner),
  route(partnerApi.handInTopUps, handInTopUps),
  route(listApi.handInList, handInList),
  route(listApi.getList, getList),
  route(listApi.putListInForce, putListInForce),
  route(progressApi.linkingProgress, linkingProgress),
];

export const main = serve(container, routes);
