import * as api from '@tongcheng/shared/devices/api';
import * as enrolmentApi from '@tongcheng/shared/devices/enrolment-api';
import { enrolDevice } from '../app/devices/enrol-device';
import { getChallenge } from '../app/devices/get-challenge';
import { getOwnDevice } from '../app/devices/get-own-device';
import { inviteDevice } from '../app/devices/invite-device';
import { listDevices } from '../app/devices/list-devices';
import { moveDevice } from '../app/devices/move-device';
import { registerDevice } from '../app/devices/register-device';
import { revokeDevice } from '../app/devices/revoke-device';
import { signInDevice } from '../app/devices/sign-in-device';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 设备：登记、登录、停用 devices: registered, signed in, revoked. */
export const routes: readonly Route<Needs>[] = [
  route(api.registerDevice, registerDevice),
  route(enrolmentApi.inviteDevice, inviteDevice),
  route(enrolmentApi.enrolDevice, enrolDevice),
  route(enrolmentApi.moveDevice, moveDevice),
  route(api.listDevices, listDevices),
  route(api.revokeDevice, revokeDevice),
  route(api.getChallenge, getChallenge),
  route(api.signInDevice, signInDevice),
  route(api.getOwnDevice, getOwnDevice),
];

export const main = serve(container, routes);
