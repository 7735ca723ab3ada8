import * as api from '@tongcheng/shared/appeals/api';
import { answerAppeal } from '../app/appeals/answer-appeal';
import { listAppeals } from '../app/appeals/list-appeals';
import { lookAtVerdict } from '../app/appeals/look-at-verdict';
import { makeAppeal } from '../app/appeals/make-appeal';
import { openAppeal } from '../app/appeals/open-appeal';
import { ownAppeals } from '../app/appeals/own-appeals';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { platforms } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ platforms });
type Needs = NeedsOf<typeof container>;

/** 申诉：提交、队列、答复 appeals: made, queued, answered. */
export const routes: readonly Route<Needs>[] = [
  route(api.lookAtVerdict, lookAtVerdict),
  route(api.makeAppeal, makeAppeal),
  route(api.ownAppeals, ownAppeals),
  route(api.listAppeals, listAppeals),
  route(api.openAppeal, openAppeal),
  route(api.answerAppeal, answerAppeal),
];

export const main = serve(container, routes);
