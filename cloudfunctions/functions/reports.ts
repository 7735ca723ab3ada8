import * as api from '@tongcheng/shared/reports/api';
import { downloadReport } from '../app/reports/download-report';
import { listReports } from '../app/reports/list-reports';
import { confirmRecipient } from '../app/reports/recipients/confirm-recipient';
import { decideRecipient } from '../app/reports/recipients/decide-recipient';
import { listRecipients } from '../app/reports/recipients/list-recipients';
import { proposeRecipient } from '../app/reports/recipients/propose-recipient';
import { proposeRemoval } from '../app/reports/recipients/propose-removal';
import { releaseReport } from '../app/reports/release-report';
import { sendAgain } from '../app/reports/send-again';
import { showPassword } from '../app/reports/show-password';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { objects } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects });
type Needs = NeedsOf<typeof container>;

/** 报表、投递、收件人 reports, deliveries, recipients. */
export const routes: readonly Route<Needs>[] = [
  route(api.listReports, listReports),
  route(api.downloadReport, downloadReport),
  route(api.showPassword, showPassword),
  route(api.sendAgain, sendAgain),
  route(api.releaseReport, releaseReport),
  route(api.listRecipients, listRecipients),
  route(api.proposeRecipient, proposeRecipient),
  route(api.decideRecipient, decideRecipient),
  route(api.proposeRemoval, proposeRemoval),
  route(api.confirmRecipient, confirmRecipient),
];

export const main = serve(container, routes);
