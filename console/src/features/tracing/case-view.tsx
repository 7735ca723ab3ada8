import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { infectiousPeriodText, waitingText } from './case-columns';
import { CloseCaseDialog } from './close-case-dialog';
import { CountPart } from './count-part';
import { FactList } from './fact-list';
import { casePurposeTexts, lawTexts } from './meaning-texts';
import { MeasuresPart } from './measures/measures-part';
import { NamesPart } from './names/names-part';
import { RequestPart } from './request-part';
import { tracingTexts as texts } from './texts';
import { isOpenTo, type Reader } from './waiting';

interface Props {
  readonly found: CaseRow;
  readonly reader: Reader;
  readonly clock: () => Instant;
  readonly onBack: () => void;
  /** Something of it was changed here. */
  readonly onChanged: () => void;
}

const CaseFacts = ({ found, reader }: Pick<Props, 'found' | 'reader'>) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const { legalBasis, purpose, openedBy, openedAt, closedAt } = found;
  const at = formatInstant(openedAt, 'YYYY-MM-DD HH:mm');
  return (
    <FactList
      facts={[
        [texts.law, say(lawTexts[legalBasis])],
        [texts.purpose, say(casePurposeTexts[purpose])],
        [texts.period, infectiousPeriodText(found, say)],
        [texts.opened, say(texts.byAt, { name: nameOf(openedBy), at })],
        ...(closedAt === undefined ? [] : [[texts.closed, formatInstant(closedAt, 'YYYY-MM-DD HH:mm')] as const]),
        [texts.waits, waitingText(found, reader, say)],
      ]}
    />
  );
};

/** One case: what it is, how many were exposed, the requests for names, and the names while they are open to the reader. */
export const CaseView = ({ found, reader, clock, onBack, onChanged }: Props) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const [isClosing, setClosing] = useState(false);
  const isOpen = found.state === 'open';
  const named = isOpen ? found.requests.find((each) => isOpenTo(each, reader.officialId)) : undefined;
  return (
    <div data-part="case" data-case={found.number}>
      <section className="sheet">
        <div className="chart-head">
          <h2>{say(texts.caseOf, { number: found.number })}</h2>
          <span className="section-acts case-acts">
            <Button data-act="back" onClick={onBack}>
              {say(texts.back)}
            </Button>
            {isOpen && may('tracing.close-case') && (
              <Button data-act="close-case" onClick={() => setClosing(true)}>
                {say(texts.closeCase)}
              </Button>
            )}
          </span>
        </div>
        <CaseFacts found={found} reader={reader} />
      </section>
      <CountPart found={found} />
      <RequestPart found={found} reader={reader} onChanged={onChanged} />
      <MeasuresPart found={found} reader={reader} clock={clock} />
      {named && <NamesPart key={named.requestId} request={named} />}
      {isClosing && <CloseCaseDialog found={found} onClose={() => setClosing(false)} onDone={onChanged} />}
    </div>
  );
};
