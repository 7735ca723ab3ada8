import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { coachStaffTexts as texts } from './texts';

interface Props {
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** Adds an operator, after saying that it stays. */
export const AddOperator = ({ onAdded, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [name, setName] = useState('');
  const add = async () => {
    const added = await mutation.run(({ call }) => call('venues.add-operator', { city, name }));
    if (!added) return;
    onAdded();
    onClose();
  };
  return (
    <ConfirmDialog
      title={say(texts.add)}
      confirm={say(texts.add)}
      mutation={mutation}
      isReady={plainText(name) !== ''}
      onConfirm={() => void add()}
      onClose={onClose}
    >
      <p>{say(texts.addAbout)}</p>
      <TextField
        label={say(texts.name)}
        name="operator"
        hint={say(texts.nameHint)}
        maxLength={60}
        value={name}
        onChange={setName}
        focused
      />
    </ConfirmDialog>
  );
};
