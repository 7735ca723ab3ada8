import type { OpeningReason } from '@tongcheng/shared/reports/entitlement';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { CopyButton } from '../../ui/copy-button';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { reportTexts } from './texts';

/** The password of a locked report: asked for apart, for the purpose already given, and recorded like the download. */
export const PasswordLine = ({ reportId, purpose }: { readonly reportId: string; readonly purpose: OpeningReason }) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [password, setPassword] = useState<string>();
  const show = async () => {
    const shown = await mutation.run((client) => client.call('reports.show-password', { reportId, purpose }));
    setPassword(shown?.password);
  };
  return (
    <div data-part="password">
      <p>{say(reportTexts.passwordHint)}</p>
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {password === undefined ? (
        <button type="button" data-act="show-password" disabled={mutation.isPending} onClick={() => void show()}>
          {say(mutation.isPending ? uiTexts.underWay : reportTexts.showPassword)}
        </button>
      ) : (
        <p>
          <span>{say(reportTexts.password)}</span> <code className="whole">{password}</code>{' '}
          <CopyButton text={password} />
        </p>
      )}
    </div>
  );
};
