import { plainLine } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { oversightTexts } from './texts';

interface Props {
  readonly name: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What the official is called where others see who proposed and who approved. */
export const OwnNameDialog = ({ name, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [typed, setTyped] = useState(name);
  const save = async () => {
    if (await mutation.run((client) => client.call('oversight.set-own-name', { name: plainLine(typed) }))) onDone();
  };
  return (
    <ConfirmDialog
      title={say(oversightTexts.ownName)}
      confirm={say(oversightTexts.saveName)}
      mutation={mutation}
      isReady={plainLine(typed) !== ''}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={say(oversightTexts.ownName)}
        hint={say(oversightTexts.ownNameHint)}
        name="own-name"
        value={typed}
        onChange={setTyped}
        maxLength={40}
        autoComplete="name"
        focused
      />
    </ConfirmDialog>
  );
};
