import * as api from '@tongcheng/shared/oversight/api';
import { acceptInvitation } from '../app/oversight/accept-invitation';
import { checkAccesses } from '../app/oversight/check-accesses';
import { createInvitation } from '../app/oversight/create-invitation';
import { getOwnStaff } from '../app/oversight/get-own-staff';
import { listAccesses } from '../app/oversight/list-accesses';
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
import { objects } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects });
type Needs = NeedsOf<typeof container>;

/** 工作人员与管理员：登录、名单、停用 staff and officials: signed in, listed, revoked; the access log. */
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
  route(api.listAccesses, listAccesses),
  route(api.checkAccesses, checkAccesses),
];

export const main = serve(container, routes);
