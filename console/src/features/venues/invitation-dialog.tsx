import type { StaffRole } from '@tongcheng/shared/access';
import type { Answer } from '@tongcheng/shared/client';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { ChoiceField } from '../../ui/choice-field';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatList } from '../../ui/format';
import { InvitationReady } from '../../ui/invitation-ready';
import { invitationReadyTexts } from '../../ui/invitation-texts';
import { type InvitationHours, InvitationValidity } from '../../ui/invitation-validity';
import { useSpeech } from '../../ui/language';
import { invitationTexts } from './texts';

type Invitation = Extract<Answer<'oversight.create-invitation'>, { readonly ok: true }>['value'];

/** Who stands at venues, and who helps people there (W-19); other staff are invited by their operators. */
const roles = ['crew', 'inspector', 'desk', 'community-worker'] as const satisfies readonly StaffRole[];
const named = 6;

interface Props {
  readonly venues: readonly VenueRow[];
  readonly onClose: () => void;
}

/** Creates a one-time invitation for the chosen venues and shows it once. */
export const InvitationDialog = ({ venues, onClose }: Props) => {
  const { say, language } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [role, setRole] = useState<(typeof roles)[number]>('crew');
  const [validity, setValidity] = useState<InvitationHours>('24');
  const [invitation, setInvitation] = useState<Invitation>();
  const create = async () => {
    const venueIds = venues.map(({ venueId }) => venueId);
    const input = { city, role, venueIds, validHours: Number(validity) };
    setInvitation(await mutation.run((client) => client.call('oversight.create-invitation', input)));
  };
  if (invitation)
    return <InvitationReady title={say(invitationTexts.title)} invitation={invitation} onClose={onClose} />;

  const names = venues.slice(0, named).map(({ name }) => say(name));
  const shown = formatList(names, language) + (venues.length > named ? '…' : '');
  return (
    <ConfirmDialog
      title={say(invitationTexts.title)}
      confirm={say(invitationReadyTexts.create)}
      mutation={mutation}
      onConfirm={() => void create()}
      onClose={onClose}
    >
      <p>{say(invitationTexts.about, { count: venues.length, names: shown })}</p>
      <ChoiceField
        label={say(invitationTexts.role)}
        name="role"
        hint={say(invitationTexts.roleHint)}
        value={role}
        onChange={setRole}
        choices={roles.map((known) => ({ value: known, label: say(invitationTexts[known]) }))}
      />
      <InvitationValidity value={validity} onChange={setValidity} />
    </ConfirmDialog>
  );
};
