import * as api from '@tongcheng/shared/tracing/api';
import * as measuresApi from '@tongcheng/shared/tracing/measures-api';
import { askMeasure } from '../app/tracing/ask-measure';
import { closeCase } from '../app/tracing/close-case';
import { countExposed } from '../app/tracing/count-exposed';
import { decideMeasure } from '../app/tracing/decide-measure';
import { decideRequest } from '../app/tracing/decide-request';
import { endMeasure } from '../app/tracing/end-measure';
import { endRequest } from '../app/tracing/end-request';
import { listCalls } from '../app/tracing/list-calls';
import { listCases } from '../app/tracing/list-cases';
import { listMeasures } from '../app/tracing/list-measures';
import { openCase } from '../app/tracing/open-case';
import { openMeasure } from '../app/tracing/open-measure';
import { openNames } from '../app/tracing/open-names';
import { recordCall } from '../app/tracing/record-call';
import { requestNames } from '../app/tracing/request-names';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { vehicleLocator } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ vehicleLocator });
type Needs = NeedsOf<typeof container>;

/** 溯源：立案、数量、两人开启名单 tracing: cases, counts, names under two keys. */
export const routes: readonly Route<Needs>[] = [
  route(api.openCase, openCase),
  route(api.listCases, listCases),
  route(api.countExposed, countExposed),
  route(api.requestNames, requestNames),
  route(api.decideRequest, decideRequest),
  route(api.openNames, openNames),
  route(api.endRequest, endRequest),
  route(api.closeCase, closeCase),
  route(measuresApi.listMeasures, listMeasures),
  route(measuresApi.askMeasure, askMeasure),
  route(measuresApi.decideMeasure, decideMeasure),
  route(measuresApi.endMeasure, endMeasure),
  route(measuresApi.openMeasure, openMeasure),
  route(measuresApi.listCalls, listCalls),
  route(measuresApi.recordCall, recordCall),
];

export const main = serve(container, routes);
