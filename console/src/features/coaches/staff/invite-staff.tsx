import type { Answer } from '@tongcheng/shared/client';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { ChoiceField } from '../../../ui/choice-field';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { InvitationReady } from '../../../ui/invitation-ready';
import { invitationReadyTexts } from '../../../ui/invitation-texts';
import { type InvitationHours, InvitationValidity } from '../../../ui/invitation-validity';
import { useSpeech } from '../../../ui/language';
import type { CoachRole, InvitedTo } from './coach-places';
import { coachRoleTexts, coachStaffTexts } from './texts';

type Invitation = Extract<Answer<'oversight.create-invitation'>, { readonly ok: true }>['value'];

interface Props {
  readonly to: InvitedTo;
  readonly onClose: () => void;
}

/** Creates a one-time invitation of a member of a coach's staff and shows it once. */
export const InviteStaff = ({ to, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [role, setRole] = useState<CoachRole>(to.roles[0]);
  const [validity, setValidity] = useState<InvitationHours>('24');
  const [invitation, setInvitation] = useState<Invitation>();
  const title = say(coachStaffTexts.inviteTo, { place: say(to.name) });
  if (invitation) return <InvitationReady title={title} invitation={invitation} onClose={onClose} />;
  const create = async () => {
    const input = { city, role, venueIds: [], validHours: Number(validity), ...to.place };
    setInvitation(await mutation.run(({ call }) => call('oversight.create-invitation', input)));
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={say(invitationReadyTexts.create)}
      mutation={mutation}
      onConfirm={() => void create()}
      onClose={onClose}
    >
      <ChoiceField
        label={say(coachStaffTexts.role)}
        name="role"
        hint={say(coachStaffTexts.roleHint)}
        value={role}
        onChange={setRole}
        choices={to.roles.map((value) => ({ value, label: say(coachRoleTexts[value]) }))}
      />
      <InvitationValidity value={validity} onChange={setValidity} />
    </ConfirmDialog>
  );
};
