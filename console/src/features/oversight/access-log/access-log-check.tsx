import type { AccessLogCheck } from '@tongcheng/shared/oversight/wire';
import { plainLine } from '@tongcheng/shared/typed-text';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { CopyButton } from '../../../ui/copy-button';
import { FailureNotice } from '../../../ui/failure-notice';
import { formatCount } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import type { AccessFilters } from './access-log-filters';
import { accessFaultTexts, accessLogTexts } from './access-log-texts';

/** Has the server follow the chains of the chosen days, and says what it found. */
export const AccessLogCheckPanel = ({ from, to }: Pick<AccessFilters, 'from' | 'to'>) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [head, setHead] = useState('');
  const [state, setState] = useState<AccessLogCheck>();
  const check = useMutation();
  const start = async () => {
    setState(undefined);
    const mailed = plainLine(head);
    const input = { city, from, to, ...(mailed !== '' && { head: mailed }) };
    setState(await check.run((client) => client.call('oversight.check-accesses', input)));
  };
  return (
    <section className="sheet" data-part="access-log-check">
      <h2>{say(accessLogTexts.checkTitle)}</h2>
      <p className="rule">{say(accessLogTexts.checkRule)}</p>
      <div className="filters">
        <TextField
          label={say(accessLogTexts.head)}
          name="head"
          noHint="said-above"
          value={head}
          onChange={setHead}
          maxLength={100}
          optional
        />
        <Button data-act="check" loading={check.isPending} onClick={() => void start()}>
          {say(accessLogTexts.check)}
        </Button>
      </div>
      {check.failure && <FailureNotice failure={check.failure} />}
      {state && <CheckResult state={state} />}
    </section>
  );
};

const CheckResult = ({ state }: { readonly state: AccessLogCheck }) => {
  const { say } = useSpeech();
  if (!state.whole)
    return (
      <p className="notice" role="alert" data-whole="no">
        {say(accessLogTexts.broken, { entry: state.firstBad, why: say(accessFaultTexts[state.why]) })}
      </p>
    );
  return (
    <div className="notice" role="status" data-whole="yes">
      <p>{say(accessLogTexts.whole, { entries: formatCount(state.entries) })}</p>
      {state.lastHead !== '' && (
        <details>
          <summary>{say(accessLogTexts.proof)}</summary>
          <p translate="no">
            <code className="whole">{state.lastHead}</code> <CopyButton text={state.lastHead} />
          </p>
        </details>
      )}
    </div>
  );
};
