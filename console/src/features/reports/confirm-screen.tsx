import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { LanguageSwitch } from '../../ui/language-switch';
import { uiTexts } from '../../ui/texts';
import { recipientTexts } from './recipient-texts';

/** Where the link in a recipient's mail leads. A tap confirms, not the opening: mail scanners open links too. */
export const ConfirmScreen = ({ token }: { readonly token: string }) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [address, setAddress] = useState<string>();
  const confirm = async () => {
    const confirmed = await mutation.run((client) => client.call('reports.confirm-recipient', { token }));
    if (confirmed) setAddress(confirmed.address);
  };
  return (
    <main className="door" data-part="confirm-recipient">
      <div className="card">
        <h1>{say(recipientTexts.confirming)}</h1>
        {address === undefined ? (
          <>
            <p>{say(recipientTexts.confirmAsk)}</p>
            {mutation.failure && <FailureNotice failure={mutation.failure} />}
            <button type="button" className="primary" disabled={mutation.isPending} onClick={() => void confirm()}>
              {say(mutation.isPending ? uiTexts.underWay : recipientTexts.confirm)}
            </button>
          </>
        ) : (
          <p data-part="confirmed">{say(recipientTexts.confirmed, { address })}</p>
        )}
        <LanguageSwitch />
      </div>
    </main>
  );
};
