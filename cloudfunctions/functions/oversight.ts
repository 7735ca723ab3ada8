import * as api from '@tongcheng/shared/oversight/api';
import { acceptInvitation } from '../app/oversight/accept-invitation';
import { createInvitation } from '../app/oversight/create-invitation';
import { getOwnStaff } from '../app/oversight/get-own-staff';
import { refreshOfficial } from '../app/oversight/refresh-official';
import { refreshStaff } from '../app/oversight/refresh-staff';
import { signInOfficial } from '../app/oversight/sign-in-official';
import { signOutOfficial } from '../app/oversight/sign-out-official';
import { signOutStaff } from '../app/oversight/sign-out-staff';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 工作人员与管理员登录 sign-in of staff and officials. */
export const routes: readonly Route<Needs>[] = [
  route(api.acceptInvitation, acceptInvitation),
  route(api.refreshStaff, refreshStaff),
  route(api.signOutStaff, signOutStaff),
  route(api.createInvitation, createInvitation),
  route(api.getOwnStaff, getOwnStaff),
  route(api.signInOfficial, signInOfficial),
  route(api.refreshOfficial, refreshOfficial),
  route(api.signOutOfficial, signOutOfficial),
];

export const main = serve(container, routes);
