import { formatInstant } from '@tongcheng/shared/time';
import type { MeasureRow } from '@tongcheng/shared/tracing/measures';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import App from 'antd/es/app';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { Empty } from '../../../ui/placeholders';
import { QueryView } from '../../../ui/query-view';
import type { Reader } from '../waiting';
import { CallList } from './call-list';
import { isCallListOpen, type MeasureAct, measureActsOf } from './measure-acts';
import { AskNotifyDialog, AskTakeOverDialog, MeasureActDialog } from './measure-dialogs';
import { MeasureFacts } from './measure-facts';
import { measureTexts, measuresTexts as texts } from './measure-texts';

/** Asked for again, so that the other person's decision and the progress of a notice show by themselves. */
const everyMs = 15_000;

interface Props {
  readonly found: CaseRow;
  readonly reader: Reader;
}

type Opened =
  | { readonly kind: 'notify' | 'take-over' }
  | { readonly kind: 'act'; readonly act: MeasureAct; readonly row: MeasureRow };

interface ArticleProps {
  readonly row: MeasureRow;
  readonly reader: Reader;
  readonly heldBy: string;
  readonly onAct: (act: MeasureAct) => void;
}

const actName = (act: MeasureAct, { state }: MeasureRow) =>
  act === 'end' ? (state === 'open' ? texts.withdraw : texts.stop) : texts[act];

const MeasureArticle = ({ row, reader, heldBy, onAct }: ArticleProps) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const isOwn = row.state === 'open' && reader.mayDecide && row.askedBy === reader.officialId;
  return (
    <article className="request" data-measure={row.measure.kind} data-state={row.state}>
      <h3>{`${say(measureTexts[row.measure.kind])} · ${formatInstant(row.askedAt, 'YYYY-MM-DD HH:mm')}`}</h3>
      <MeasureFacts row={row} />
      {isOwn && <p className="hint">{say(texts.own)}</p>}
      <div className="case-acts">
        {measureActsOf(row, reader, may('tracing.end-measure')).map((act) => (
          <Button
            key={act}
            {...(act === 'approve' && { type: 'primary' as const })}
            data-act={`measure-${act}`}
            onClick={() => onAct(act)}
          >
            {say(actName(act, row))}
          </Button>
        ))}
      </div>
      {isCallListOpen(row, heldBy, reader) && <CallList measureId={row.measureId} />}
    </article>
  );
};

const AskButtons = ({ isHolder, onAsk }: { readonly isHolder: boolean; readonly onAsk: (opened: Opened) => void }) => {
  const { say } = useSpeech();
  return (
    <p>
      {isHolder ? (
        <Button data-act="ask-notify" onClick={() => onAsk({ kind: 'notify' })}>
          {say(texts.askNotify)}
        </Button>
      ) : (
        <Button data-act="ask-take-over" onClick={() => onAsk({ kind: 'take-over' })}>
          {say(texts.askTakeOver)}
        </Button>
      )}
    </p>
  );
};

/** What is done in a case under two persons: who holds it, each measure with its state and progress, and the call list. */
export const MeasuresPart = ({ found: { caseId, state }, reader }: Props) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const { notification } = App.useApp();
  const nameOf = useOfficialName();
  const query = useQuery((client) => client.call('tracing.list-measures', { caseId }), `measures.${caseId}`, everyMs);
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    query.refetch();
    notification.success({ title: say(texts.done), placement: 'bottomRight' });
  };
  const isOpen = state === 'open';
  return (
    <section className="sheet" data-part="measures">
      <h2>{say(texts.title)}</h2>
      <p className="hint">{say(texts.rule)}</p>
      <QueryView query={query}>
        {({ measures, heldBy }) => (
          <>
            {isOpen && <p>{say(texts.heldBy, { name: nameOf(heldBy) })}</p>}
            {isOpen && may('tracing.ask-measure') && (
              <AskButtons isHolder={heldBy === reader.officialId} onAsk={setOpened} />
            )}
            {measures.length === 0 && <Empty text={texts.none} />}
            {measures.map((row) => (
              <MeasureArticle
                key={row.measureId}
                row={row}
                reader={reader}
                heldBy={heldBy}
                onAct={(act) => setOpened({ kind: 'act', act, row })}
              />
            ))}
          </>
        )}
      </QueryView>
      {opened?.kind === 'notify' && <AskNotifyDialog caseId={caseId} onDone={done} onClose={close} />}
      {opened?.kind === 'take-over' && <AskTakeOverDialog caseId={caseId} onDone={done} onClose={close} />}
      {opened?.kind === 'act' && <MeasureActDialog {...opened} onDone={done} onClose={close} />}
    </section>
  );
};
