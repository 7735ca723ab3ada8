import * as api from '@tongcheng/shared/rides/api';
import * as qualityApi from '@tongcheng/shared/rides/quality-api';
import { checkLiveCode } from '../app/rides/check-live-code';
import { correctMeaning } from '../app/rides/correct-meaning';
import { history } from '../app/rides/history';
import { lineLoad } from '../app/rides/line-load';
import { listRefusals } from '../app/rides/list-refusals';
import { liveFigures } from '../app/rides/live-figures';
import { recordBatch } from '../app/rides/record-batch';
import { recordException } from '../app/rides/record-exception';
import { recordRefusal } from '../app/rides/record-refusal';
import { recordScan } from '../app/rides/record-scan';
import { registrationQuality } from '../app/rides/registration-quality';
import { venueFeed } from '../app/rides/venue-feed';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { healthStatus } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ healthStatus });
type Needs = NeedsOf<typeof container>;

/** 扫码、核验、行程 scans, verdicts, history. */
export const routes: readonly Route<Needs>[] = [
  route(api.recordScan, recordScan),
  route(api.recordBatch, recordBatch),
  route(api.correctMeaning, correctMeaning),
  route(api.history, history),
  route(api.venueFeed, venueFeed),
  route(api.checkLiveCode, checkLiveCode),
  route(api.recordRefusal, recordRefusal),
  route(api.recordException, recordException),
  route(api.listRefusals, listRefusals),
  route(qualityApi.registrationQuality, registrationQuality),
  route(api.liveFigures, liveFigures),
  route(api.lineLoad, lineLoad),
];

export const main = serve(container, routes);
