import { lookalikeIn, lookalikeText } from '@tongcheng/shared/reports/address';
import type { RecipientMedium } from '@tongcheng/shared/reports/wire';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { ChoiceField } from '../../ui/choice-field';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useSpeech } from '../../ui/language';
import { TextField } from '../../ui/text-field';
import { recipientMediumNames, recipientTexts } from './recipient-texts';

/** Proposes a recipient; says who has to agree before anything is sent. */
export const ProposeDialog = ({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [medium, setMedium] = useState<RecipientMedium>('mail');
  const [address, setAddress] = useState('');
  const [form, setForm] = useState<'full' | 'masked'>('masked');
  const [reason, setReason] = useState('');
  // A field of type email would write a foreign domain in ASCII before anybody saw its letters.
  const lookalike = medium === 'mail' ? lookalikeIn(plainText(address)) : undefined;
  const propose = async () => {
    const to = { address: plainText(address), ...(medium === 'wechat' && { medium }) };
    const input = { city, ...to, form, reason: plainText(reason) };
    if (await mutation.run((client) => client.call('reports.propose-recipient', input))) onDone();
  };
  return (
    <ConfirmDialog
      title={say(recipientTexts.propose)}
      confirm={say(recipientTexts.propose)}
      mutation={mutation}
      isReady={plainText(address) !== '' && lookalike === undefined && plainText(reason) !== ''}
      onConfirm={() => void propose()}
      onClose={onClose}
    >
      <ChoiceField
        label={say(recipientTexts.medium)}
        name="medium"
        noHint="label-says-all"
        value={medium}
        onChange={setMedium}
        choices={[
          { value: 'mail', label: say(recipientMediumNames.mail) },
          { value: 'wechat', label: say(recipientMediumNames.wechat) },
        ]}
      />
      <TextField
        label={say(medium === 'mail' ? recipientTexts.address : recipientTexts.account)}
        name="address"
        inputMode={medium === 'mail' ? 'email' : 'text'}
        value={address}
        onChange={setAddress}
        maxLength={200}
        autoComplete="off"
        hint={say(medium === 'mail' ? recipientTexts.addressHint : recipientTexts.accountHint)}
      />
      {lookalike !== undefined && (
        <p className="field-fault" role="alert">
          {say(lookalikeText(lookalike))}
        </p>
      )}
      <ChoiceField
        label={say(recipientTexts.form)}
        name="form"
        hint={say(recipientTexts.fullNeedsProtection)}
        value={form}
        onChange={setForm}
        choices={[
          { value: 'masked', label: say(recipientTexts.masked) },
          { value: 'full', label: say(recipientTexts.full) },
        ]}
      />
      <TextField
        label={say(recipientTexts.reason)}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={200}
        hint={say(recipientTexts.reasonHint)}
      />
      <p className="hint">{say(recipientTexts.proposeNext)}</p>
    </ConfirmDialog>
  );
};
