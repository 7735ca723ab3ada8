import type { ListedDevice } from '@tongcheng/shared/devices/api';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { FormDrawer } from '../../kit/form-drawer';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { gateTexts as texts } from './gate-texts';

interface Props {
  readonly gate: Pick<ListedDevice, 'deviceId' | 'name'>;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Revokes a gate for a reason, after saying what follows. */
export const RevokeGate = ({ gate: { deviceId, name }, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [reason, setReason] = useState('');
  const revoke = async () => {
    const input = { deviceId, reason: plainText(reason) };
    const revoked = await mutation.run(({ call }) => call('devices.revoke-device', input));
    if (revoked) onDone(say(texts.revoked, { name }));
  };
  return (
    <FormDrawer
      title={say(texts.revokeTitle, { name })}
      confirm={say(texts.revoke)}
      mutation={mutation}
      isReady={plainText(reason) !== ''}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <p>{say(texts.revokeAbout)}</p>
      <TextField
        label={say(texts.reason)}
        hint={say(texts.reasonHint)}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
    </FormDrawer>
  );
};
