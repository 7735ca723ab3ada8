import * as api from '@tongcheng/shared/oversight/api';
import { acceptInvitation } from '../app/oversight/accept-invitation';
import { createInvitation } from '../app/oversight/create-invitation';
import { getOwnStaff } from '../app/oversight/get-own-staff';
import { listInvitations } from '../app/oversight/list-invitations';
import { listOfficials } from '../app/oversight/list-officials';
import { listStaff } from '../app/oversight/list-staff';
import { refreshOfficial } from '../app/oversight/refresh-official';
import { refreshStaff } from '../app/oversight/refresh-staff';
import { revokeInvitation } from '../app/oversight/revoke-invitation';
import { revokeOfficial } from '../app/oversight/revoke-official';
import { revokeStaff } from '../app/oversight/revoke-staff';
import { signInOfficial } from '../app/oversight/sign-in-official';
import { signOutOfficial } from '../app/oversight/sign-out-official';
import { signOutStaff } from '../app/oversight/sign-out-staff';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 工作人员与管理员：登录、名单、停用 staff and officials: signed in, listed, revoked. */
export const routes: readonly Route<Needs>[] = [
  route(api.acceptInvitation, acceptInvitation),
  route(api.refreshStaff, refreshStaff),
  route(api.signOutStaff, signOutStaff),
  route(api.createInvitation, createInvitation),
  route(api.getOwnStaff, getOwnStaff),
  route(api.signInOfficial, signInOfficial),
  route(api.refreshOfficial, refreshOfficial),
  route(api.signOutOfficial, signOutOfficial),
  route(api.listStaff, listStaff),
  route(api.revokeStaff, revokeStaff),
  route(api.listInvitations, listInvitations),
  route(api.revokeInvitation, revokeInvitation),
  route(api.listOfficials, listOfficials),
  route(api.revokeOfficial, revokeOfficial),
];

export const main = serve(container, routes);
