import * as api from '@tongcheng/shared/identity/api';
import * as handoverApi from '@tongcheng/shared/identity/handover-api';
import * as messagesApi from '@tongcheng/shared/identity/messages-api';
import * as proofApi from '@tongcheng/shared/identity/proof-api';
import { addMember } from '../app/identity/add-member';
import { agreeAsGuardian } from '../app/identity/agree-as-guardian';
import { askPhone } from '../app/identity/ask-phone';
import { beginFaceCheck } from '../app/identity/begin-face-check';
import { beginHealthCodeHandover } from '../app/identity/begin-health-code-handover';
import { chooseMessages } from '../app/identity/choose-messages';
import { confirmRider } from '../app/identity/confirm-rider';
import { consent } from '../app/identity/consent';
import { decideAccount } from '../app/identity/decide-account';
import { deleteAccount } from '../app/identity/delete-account';
import { endDevice } from '../app/identity/end-device';
import { finishFaceCheck } from '../app/identity/finish-face-check';
import { finishHealthCodeHandover } from '../app/identity/finish-health-code-handover';
import { getMessageChoice } from '../app/identity/get-message-choice';
import { listFamily } from '../app/identity/list-family';
import { listOwnAccounts } from '../app/identity/list-own-accounts';
import { listOwnDevices } from '../app/identity/list-own-devices';
import { refresh } from '../app/identity/refresh';
import { removeMember } from '../app/identity/remove-member';
import { signIn } from '../app/identity/sign-in';
import { signOut } from '../app/identity/sign-out';
import { updateEligibility } from '../app/identity/update-eligibility';
import { verifyIdentity } from '../app/identity/verify-identity';
import { verifyIdentityByPlatform } from '../app/identity/verify-identity-by-platform';
import { withdrawConsent } from '../app/identity/withdraw-consent';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { faceCheck, healthStatus, platforms, realName } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ platforms, realName, healthStatus, faceCheck });
type Needs = NeedsOf<typeof container>;

/** 登录、实名、状态、家人、设备 sign-in, real name, status, family, devices. */
export const routes: readonly Route<Needs>[] = [
  route(api.signIn, signIn),
  route(api.refresh, refresh),
  route(api.signOut, signOut),
  route(api.consent, consent),
  route(api.withdrawConsent, withdrawConsent),
  route(api.verifyIdentity, verifyIdentity),
  route(api.verifyIdentityByPlatform, verifyIdentityByPlatform),
  route(handoverApi.beginHealthCodeHandover, beginHealthCodeHandover),
  route(handoverApi.finishHealthCodeHandover, finishHealthCodeHandover),
  route(api.askPhone, askPhone),
  route(messagesApi.getMessageChoice, getMessageChoice),
  route(messagesApi.chooseMessages, chooseMessages),
  route(api.updateEligibility, updateEligibility),
  route(api.addMember, addMember),
  route(api.listFamily, listFamily),
  route(api.removeMember, removeMember),
  route(api.listOwnDevices, listOwnDevices),
  route(api.endDevice, endDevice),
  route(proofApi.listOwnAccounts, listOwnAccounts),
  route(proofApi.decideAccount, decideAccount),
  route(proofApi.beginFaceCheck, beginFaceCheck),
  route(proofApi.finishFaceCheck, finishFaceCheck),
  route(proofApi.confirmRider, confirmRider),
  route(proofApi.agreeAsGuardian, agreeAsGuardian),
  route(api.deleteAccount, deleteAccount),
];

export const main = serve(container, routes);
