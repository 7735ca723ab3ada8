import * as api from '@tongcheng/shared/oversight/api';
import * as visitorsApi from '@tongcheng/shared/oversight/visitors-api';
import { acceptInvitation } from '../app/oversight/accept-invitation';
import { acceptOfficialLink } from '../app/oversight/appointments/accept-official-link';
import { decideOfficialChange } from '../app/oversight/appointments/decide-official-change';
import { listOfficialChanges } from '../app/oversight/appointments/list-official-changes';
import { openOfficialLink } from '../app/oversight/appointments/open-official-link';
import { proposeOfficialChange } from '../app/oversight/appointments/propose-official-change';
import { checkAccesses } from '../app/oversight/check-accesses';
import { createInvitation } from '../app/oversight/create-invitation';
import { endSignIn } from '../app/oversight/end-sign-in';
import { getOwnStaff } from '../app/oversight/get-own-staff';
import { getSettings } from '../app/oversight/get-settings';
import { listAccesses } from '../app/oversight/list-accesses';
import { listInvitations } from '../app/oversight/list-invitations';
import { listOfficialNames } from '../app/oversight/list-official-names';
import { listOfficials } from '../app/oversight/list-officials';
import { listSignIns } from '../app/oversight/list-sign-ins';
import { listStaff } from '../app/oversight/list-staff';
import { getOperation } from '../app/oversight/operation/get-operation';
import { refreshOfficial } from '../app/oversight/refresh-official';
import { refreshStaff } from '../app/oversight/refresh-staff';
import { revokeInvitation } from '../app/oversight/revoke-invitation';
import { revokeOfficial } from '../app/oversight/revoke-official';
import { revokeStaff } from '../app/oversight/revoke-staff';
import { setOwnName } from '../app/oversight/set-own-name';
import { signInOfficial } from '../app/oversight/sign-in-official';
import { signOutOfficial } from '../app/oversight/sign-out-official';
import { signOutStaff } from '../app/oversight/sign-out-staff';
import { decideRule } from '../app/oversight/terms/decide-rule';
import { listAnnouncements } from '../app/oversight/terms/list-announcements';
import { listRules } from '../app/oversight/terms/list-rules';
import { proposeRule } from '../app/oversight/terms/propose-rule';
import { removeAnnouncement } from '../app/oversight/terms/remove-announcement';
import { saveAnnouncement } from '../app/oversight/terms/save-announcement';
import { postVisitorCode } from '../app/oversight/visitors/post-visitor-code';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { objects } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects });
type Needs = NeedsOf<typeof container>;

/** 工作人员与管理员：登录、名单、停用；告示与准入规则 staff and officials: signed in, listed, revoked; announcements and rules; the access log. */
export const routes: readonly Route<Needs>[] = [
  route(api.acceptInvitation, acceptInvitation),
  route(api.refreshStaff, refreshStaff),
  route(api.signOutStaff, signOutStaff),
  route(api.createInvitation, createInvitation),
  route(visitorsApi.postVisitorCode, postVisitorCode),
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
  route(api.listSignIns, listSignIns),
  route(api.endSignIn, endSignIn),
  route(api.listOfficialChanges, listOfficialChanges),
  route(api.proposeOfficialChange, proposeOfficialChange),
  route(api.decideOfficialChange, decideOfficialChange),
  route(api.openOfficialLink, openOfficialLink),
  route(api.acceptOfficialLink, acceptOfficialLink),
  route(api.listAccesses, listAccesses),
  route(api.checkAccesses, checkAccesses),
  route(api.getOperation, getOperation),
  route(api.getSettings, getSettings),
  route(api.listOfficialNames, listOfficialNames),
  route(api.setOwnName, setOwnName),
  route(api.listAnnouncements, listAnnouncements),
  route(api.saveAnnouncement, saveAnnouncement),
  route(api.removeAnnouncement, removeAnnouncement),
  route(api.listRules, listRules),
  route(api.proposeRule, proposeRule),
  route(api.decideRule, decideRule),
];

export const main = serve(container, routes);
