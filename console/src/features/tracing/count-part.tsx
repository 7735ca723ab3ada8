import type { CaseRow, TraceCounts } from '@tongcheng/shared/tracing/wire';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { FailureNotice } from '../../ui/failure-notice';
import { formatList } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { CountChart } from './count-chart';
import { tracedModeTexts } from './meaning-texts';
import { tracingTexts as texts } from './texts';

/** What was found, and what could not be looked at. */
const CountNotes = ({ counts }: { readonly counts: TraceCounts }) => {
  const { say, language } = useSpeech();
  const { rides, unplaced, closedDays, exposed } = counts;
  const rows = unplaced.map(({ day, mode }) => `${day} ${say(tracedModeTexts[mode])}`);
  const notes = [
    say(texts.countedRides, { rides }),
    ...(exposed.length === 0 ? [say(texts.nobody)] : []),
    ...(rows.length > 0 ? [say(texts.unplaced, { list: formatList([...new Set(rows)], language) })] : []),
    ...(closedDays.length > 0 ? [say(texts.closedDays, { list: formatList(closedDays, language) })] : []),
  ];
  return (
    <>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
};

/** How many were exposed: counted when asked, since each count is on record; else as they were when names were last asked for. */
export const CountPart = ({ found }: { readonly found: CaseRow }) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const mutation = useMutation();
  const [counted, setCounted] = useState<TraceCounts>();
  const counts = counted ?? found.requests[0]?.counts;
  const count = async () => {
    const { caseId } = found;
    const told = await mutation.run((client) => client.call('tracing.count-exposed', { caseId }));
    if (told) setCounted(told);
  };
  const mayCount = found.state === 'open' && may('tracing.count-exposed');
  if (!mayCount && !counts) return null;
  return (
    <>
      <section className="sheet" data-part="counts">
        <div className="chart-head">
          <h2>{say(texts.counts)}</h2>
          {mayCount && (
            <Button data-act="count" disabled={mutation.isPending} onClick={() => void count()}>
              {say(mutation.isPending ? uiTexts.underWay : texts.countNow)}
            </Button>
          )}
        </div>
        {mayCount && <p className="hint">{say(texts.countHint)}</p>}
        {mutation.failure && <FailureNotice failure={mutation.failure} answers />}
        {counts && <CountNotes counts={counts} />}
      </section>
      {counts && counts.exposed.length > 0 && <CountChart exposed={counts.exposed} />}
    </>
  );
};
