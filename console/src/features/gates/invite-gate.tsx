import type { Answer } from '@tongcheng/shared/client';
import { formatInstant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { FormDrawer } from '../../kit/form-drawer';
import { ChoiceField } from '../../ui/choice-field';
import { CopyButton } from '../../ui/copy-button';
import { Dialog } from '../../ui/dialog';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { gateKindTexts, gateTexts as texts } from './gate-texts';
import { devicePlaceOf, PlaceFields, type PlaceForm } from './place-fields';

type Invitation = Extract<Answer<'devices.invite-device'>, { readonly ok: true }>['value'];
const kinds = ['gate', 'reader'] as const;

/** A code with which one gate enrols itself; shown this once. */
export const InviteGate = ({ onClose }: { readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [kind, setKind] = useState<(typeof kinds)[number]>('gate');
  const [name, setName] = useState('');
  const [form, setForm] = useState<PlaceForm>({ venue: undefined, direction: 'entry', lane: '' });
  const [invitation, setInvitation] = useState<Invitation>();
  const { venue } = form;
  if (invitation) return <CodeReady invitation={invitation} onClose={onClose} />;
  const create = async () => {
    if (!venue) return;
    const input = { city, kind, name: plainText(name), venueId: venue.venueId, place: devicePlaceOf(form) };
    setInvitation(await mutation.run(({ call }) => call('devices.invite-device', input)));
  };
  return (
    <FormDrawer
      title={say(texts.invite)}
      confirm={say(texts.makeCode)}
      mutation={mutation}
      isReady={venue !== undefined && plainText(name) !== ''}
      onConfirm={() => void create()}
      onClose={onClose}
    >
      <ChoiceField
        label={say(texts.kind)}
        hint={say(texts.kindHint)}
        name="kind"
        value={kind}
        onChange={setKind}
        choices={kinds.map((value) => ({ value, label: say(gateKindTexts[value]) }))}
      />
      <TextField
        label={say(texts.name)}
        hint={say(texts.nameHint)}
        name="gate-name"
        value={name}
        onChange={setName}
        maxLength={60}
      />
      <PlaceFields form={form} set={(change) => setForm((before) => ({ ...before, ...change }))} />
    </FormDrawer>
  );
};

const CodeReady = ({
  invitation: { code, expiresAt },
  onClose,
}: {
  readonly invitation: Invitation;
  readonly onClose: () => void;
}) => {
  const { say } = useSpeech();
  return (
    <Dialog title={say(texts.invite)} onClose={onClose} part="enrolment-code">
      <p>{say(texts.codeOnce)}</p>
      <p className="invitation-code">
        <code data-part="invitation-code">{code}</code>
        <CopyButton text={code} />
      </p>
      <p className="hint">{say(texts.codeUntil, { time: formatInstant(expiresAt) })}</p>
      <div className="dialog-acts">
        <button type="button" className="primary" data-first="" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </div>
    </Dialog>
  );
};
