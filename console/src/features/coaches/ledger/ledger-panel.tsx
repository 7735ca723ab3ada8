import { dayOf, type Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { FileChoice } from '../../../kit/file-choice';
import { WorkProgress } from '../../../kit/work-progress';
import { FailureNotice } from '../../../ui/failure-notice';
import { formatCount, formatList } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { uiTexts } from '../../../ui/texts';
import { groupsOf } from '../file-rows';
import { BadRowForm } from './bad-row-form';
import type { CheckedLedger } from './check-ledger';
import { badRowsLink, templateLink } from './ledger-tables';
import { ledgerTexts, noticeTexts } from './texts';
import { type LedgerState, useLedger } from './use-ledger';

const shownBadRows = 50;

const Summary = ({ ledger }: { readonly ledger: CheckedLedger }) => {
  const { say, language } = useSpeech();
  const { good, bad, notices, unknown } = ledger;
  const fills = {
    good: formatCount(good.length),
    bad: formatCount(bad.length),
    departures: formatCount(groupsOf(good).length),
  };
  return (
    <>
      <p role="status">{say(ledgerTexts.preview, fills)}</p>
      <ul className="hint">
        {notices.map((notice) => (
          <li key={`${notice.is} ${'name' in notice ? notice.name : ''}`}>
            {say(noticeTexts[notice.is], { ...notice })}
          </li>
        ))}
        {unknown.length > 0 && <li>{say(ledgerTexts.unknown, { columns: formatList(unknown, language) })}</li>}
      </ul>
    </>
  );
};

type Acts = ReturnType<typeof useLedger>;

const BadRows = ({ ledger, correct }: { readonly ledger: CheckedLedger } & Pick<Acts, 'correct'>) => {
  const { say } = useSpeech();
  const { bad, header } = ledger;
  if (bad.length === 0) return null;
  return (
    <section data-part="bad-rows">
      <h3>{say(ledgerTexts.badTitle, { count: formatCount(bad.length) })}</h3>
      <p className="hint">
        <span>{say(ledgerTexts.badHint, { shown: Math.min(shownBadRows, bad.length) })}</span>{' '}
        <a href={badRowsLink(bad, header, ledgerTexts.problem, say)} download="ledger-bad-rows.csv">
          {say(ledgerTexts.badFile)}
        </a>
      </p>
      <ol className="bad-rows">
        {bad.slice(0, shownBadRows).map((each) => (
          <BadRowForm
            key={each.line.row}
            bad={each}
            header={header}
            onCorrect={(column, text) => correct(each.line.row, column, text)}
          />
        ))}
      </ol>
    </section>
  );
};

const Filed = ({ state }: { readonly state: Extract<LedgerState, { is: 'checked' }> }) => {
  const { say } = useSpeech();
  const { filed } = state;
  if (!filed) return null;
  const fills = {
    filed: formatCount(filed.filed),
    same: formatCount(filed.same),
    refused: formatCount(filed.refused.length),
  };
  return (
    <div data-part="filed">
      <p role="status">{say(ledgerTexts.done, fills)}</p>
      {filed.stopped && (
        <>
          <FailureNotice failure={filed.stopped} />
          <p>{say(ledgerTexts.stopped)}</p>
        </>
      )}
      {filed.isHalted && <p>{say(ledgerTexts.stopped)}</p>}
      <ul>
        {filed.refused.slice(0, shownBadRows).map(({ row, reason }) => (
          <li key={row}>
            <strong>{say(ledgerTexts.row, { row })}</strong> <span>{say(reason)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Reading = ({ rows, stop }: { readonly rows: number } & Pick<Acts, 'stop'>) => {
  const { say } = useSpeech();
  return (
    <div className="work-progress" data-part="progress">
      <span role="status">{say(ledgerTexts.reading, { rows: formatCount(rows) })}</span>
      <Button size="small" data-act="stop" onClick={stop}>
        {say(uiTexts.stop)}
      </Button>
    </div>
  );
};

const Body = ({ state, correct, file, stop }: Pick<Acts, 'state' | 'correct' | 'file' | 'stop'>) => {
  const { say } = useSpeech();
  if (state.is === 'none') return null;
  if (state.is === 'reading') return <Reading rows={state.rows} stop={stop} />;
  if (state.is === 'refused') return <p role="alert">{say(state.why)}</p>;
  const all = state.ledger.good.length;
  if (state.is === 'filing') {
    const words = say(ledgerTexts.sending, { sent: formatCount(state.sent), all: formatCount(all) });
    return <WorkProgress words={words} done={state.sent} of={all} onStop={stop} />;
  }
  return (
    <>
      <Summary ledger={state.ledger} />
      {all > 0 && <p className="hint">{say(ledgerTexts.noUndo)}</p>}
      <button type="button" className="primary" data-act="file-ledger" disabled={all === 0} onClick={() => void file()}>
        {say(ledgerTexts.confirm, { count: formatCount(all) })}
      </button>
      <Filed state={state} />
      <BadRows ledger={state.ledger} correct={correct} />
    </>
  );
};

/** L-09: chooses a ledger's file, shows what it holds and every bad row, which is corrected here, then files the good ones. */
export const LedgerPanel = ({ clock, onFiled }: { readonly clock: () => Instant; readonly onFiled: () => void }) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const { state, read, correct, file, stop } = useLedger(city, dayOf(clock()), onFiled);
  return (
    <section className="sheet" data-part="ledger">
      <h2>{say(ledgerTexts.title)}</h2>
      <p className="hint">
        <span>{say(ledgerTexts.about)}</span>{' '}
        <a href={templateLink(say)} download="ledger-template.csv">
          {say(ledgerTexts.template)}
        </a>
      </p>
      <FileChoice
        name="ledger"
        label={say(ledgerTexts.file)}
        accept=".xlsx,.xlsm,.csv,.txt,.tsv"
        isBusy={state.is === 'reading' || state.is === 'filing'}
        onFile={(chosen) => void read(chosen)}
      />
      <Body state={state} correct={correct} file={file} stop={stop} />
    </section>
  );
};
