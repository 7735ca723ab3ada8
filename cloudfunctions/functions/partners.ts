import * as api from '@tongcheng/shared/partners/api';
import { addPartnerKey } from '../app/partners/add-partner-key';
import { getOwnPartner } from '../app/partners/get-own-partner';
import { listPartners } from '../app/partners/list-partners';
import { registerPartner } from '../app/partners/register-partner';
import { revokePartner } from '../app/partners/revoke-partner';
import { revokePartnerKey } from '../app/partners/revoke-partner-key';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 合作系统：登记、密钥、停用 partner systems: registered, keys, revoked. */
export const routes: readonly Route<Needs>[] = [
  route(api.registerPartner, registerPartner),
  route(api.listPartners, listPartners),
  route(api.addPartnerKey, addPartnerKey),
  route(api.revokePartnerKey, revokePartnerKey),
  route(api.revokePartner, revokePartner),
  route(api.getOwnPartner, getOwnPartner),
];

export const main = serve(container, routes);
