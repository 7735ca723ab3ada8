import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { MeasureKind, MeasureRow } from '@tongcheng/shared/tracing/measures';
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
import { AskMeasureDialog } from './ask-measure-dialog';
import { CallList } from './call-list';
import { MeasureActDialog } from './measure-act-dialog';
import {
  askedKinds,
  askedKindsOfClosed,
  isCallListOpen,
  isShownListOpen,
  type MeasureAct,
  measureActsOf,
} from './measure-acts';
import { MeasureFacts } from './measure-facts';
import { measureTexts, measuresTexts as texts } from './measure-texts';
import { ShownList } from './shown-list';

/** Asked for again, so that the other person's decision and the progress of a notice show by themselves. */
const everyMs = 15_000;

interface Props {
  readonly found: CaseRow;
  readonly reader: Reader;
  readonly clock: () => Instant;
}

type Opened = { readonly ask: MeasureKind } | { readonly act: MeasureAct; readonly row: MeasureRow };

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
      {isShownListOpen(row, heldBy, reader) && (
        <ShownList measureId={row.measureId} isFile={row.measure.kind === 'extract'} />
      )}
    </article>
  );
};

interface AskButtonsProps {
  readonly kinds: readonly MeasureKind[];
  readonly onAsk: (kind: MeasureKind) => void;
}

const AskButtons = ({ kinds, onAsk }: AskButtonsProps) => {
  const { say } = useSpeech();
  return (
    <div className="case-acts">
      {kinds.map((kind) => (
        <Button key={kind} data-act={`ask-${kind}`} onClick={() => onAsk(kind)}>
          {say(texts.askFor, { measure: say(measureTexts[kind]) })}
        </Button>
      ))}
    </div>
  );
};

/** What is done in a case under two persons: who holds it, each measure with its state and progress, and the call list. */
export const MeasuresPart = ({ found: { caseId, state }, reader, clock }: Props) => {
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
    notification.success({ title: say(texts.done), placement: 'bottomLeft' });
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
            {may('tracing.ask-measure') && (
              <AskButtons
                kinds={isOpen ? askedKinds(heldBy === reader.officialId, measures) : askedKindsOfClosed(measures)}
                onAsk={(ask) => setOpened({ ask })}
              />
            )}
            {measures.length === 0 && <Empty text={texts.none} />}
            {measures.map((row) => (
              <MeasureArticle
                key={row.measureId}
                row={row}
                reader={reader}
                heldBy={heldBy}
                onAct={(act) => setOpened({ act, row })}
              />
            ))}
          </>
        )}
      </QueryView>
      {opened && 'ask' in opened && (
        <AskMeasureDialog kind={opened.ask} caseId={caseId} now={clock()} onDone={done} onClose={close} />
      )}
      {opened && 'act' in opened && <MeasureActDialog {...opened} onDone={done} onClose={close} />}
    </section>
  );
};
