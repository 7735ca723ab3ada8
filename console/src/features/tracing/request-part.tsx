import { formatInstant } from '@tongcheng/shared/time';
import type { CaseRow, TraceRequestRow } from '@tongcheng/shared/tracing/wire';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { Empty } from '../../ui/placeholders';
import { uiTexts } from '../../ui/texts';
import { type RequestAct, RequestActDialog } from './request-act-dialog';
import { RequestFacts } from './request-facts';
import { tracingTexts as texts } from './texts';
import { canDecide, type Reader } from './waiting';

interface Props {
  readonly found: CaseRow;
  readonly reader: Reader;
  readonly onChanged: () => void;
}

interface ActsProps {
  readonly request: TraceRequestRow;
  readonly reader: Reader;
  readonly onAct: (act: RequestAct) => void;
}

const RequestActs = ({ request, reader, onAct }: ActsProps) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const isLive = request.state === 'open' || request.state === 'approved';
  const isOwn = request.state === 'open' && reader.mayDecide && request.requestedBy === reader.officialId;
  return (
    <div className="case-acts">
      {isOwn && <p className="hint">{say(texts.ownRequest)}</p>}
      {canDecide(request, reader) && (
        <>
          <Button type="primary" data-act="approve" onClick={() => onAct('approve')}>
            {say(texts.approve)}
          </Button>
          <Button data-act="reject" onClick={() => onAct('reject')}>
            {say(texts.reject)}
          </Button>
        </>
      )}
      {isLive && may('tracing.end-request') && (
        <Button data-act="end" onClick={() => onAct('end')}>
          {say(request.state === 'open' ? texts.withdraw : texts.end)}
        </Button>
      )}
    </div>
  );
};

const AskForNames = ({ found: { caseId }, onChanged }: Omit<Props, 'reader'>) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const ask = async () => {
    if (await mutation.run((client) => client.call('tracing.request-names', { caseId }))) onChanged();
  };
  return (
    <>
      <p className="hint">{say(texts.askHint)}</p>
      {mutation.failure && <FailureNotice failure={mutation.failure} answers />}
      <p>
        <Button type="primary" data-act="ask" disabled={mutation.isPending} onClick={() => void ask()}>
          {say(mutation.isPending ? uiTexts.underWay : texts.ask)}
        </Button>
      </p>
    </>
  );
};

/** Requests for the names of a case, the newest first: who asked, exactly what, how it was decided, and what the reader can do. */
export const RequestPart = ({ found, reader, onChanged }: Props) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const [acting, setActing] = useState<{ readonly act: RequestAct; readonly request: TraceRequestRow }>();
  const { requests, state } = found;
  const isWaiting = requests.some((each) => each.state === 'open');
  return (
    <section className="sheet" data-part="requests">
      <h2>{say(texts.requests)}</h2>
      {state === 'open' && !isWaiting && may('tracing.request-names') && (
        <AskForNames found={found} onChanged={onChanged} />
      )}
      {requests.length === 0 && <Empty text={texts.noRequest} />}
      {requests.map((request) => (
        <article key={request.requestId} className="request" data-request={request.state}>
          <h3>{formatInstant(request.requestedAt, 'YYYY-MM-DD HH:mm')}</h3>
          <RequestFacts request={request} />
          {state === 'open' && (
            <RequestActs request={request} reader={reader} onAct={(act) => setActing({ act, request })} />
          )}
        </article>
      ))}
      {acting && (
        <RequestActDialog
          {...acting}
          found={found}
          onClose={() => setActing(undefined)}
          onDone={() => {
            setActing(undefined);
            onChanged();
          }}
        />
      )}
    </section>
  );
};
