import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { useSpeech } from '../../ui/language';
import { Empty } from '../../ui/placeholders';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { AppealDialog } from './appeal-dialog';
import { AppealTable } from './appeal-table';
import { appealSectionTexts } from './texts';

const states = ['waiting', 'answered'] as const;
/** The queue is asked for again, so that a colleague's answer and a new appeal show by themselves. */
const everyMs = 30_000;
const atOnce = 100;

/** the queue of appeals, the most pressing first; overdue ones are counted and marked. */
export const AppealsScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [state, setState] = useState<(typeof states)[number]>('waiting');
  const [open, setOpen] = useState<AppealRow>();
  const query = useQuery(
    (client) => client.call('appeals.list-appeals', { city, state, limit: atOnce }),
    `${city}.${state}`,
    everyMs,
  );
  const waiting = query.value?.waiting ?? 0;
  return (
    <div data-part="appeals-screen">
      <div className="section-head">
        <h1>{say(appealSectionTexts.title)}</h1>
        {states.map((known) => (
          <button
            key={known}
            type="button"
            className={known === state ? 'primary' : 'quiet'}
            aria-pressed={known === state}
            data-state={known}
            onClick={() => setState(known)}
          >
            {known === 'waiting'
              ? say(appealSectionTexts.waitingTab, { n: waiting })
              : say(appealSectionTexts.answeredTab)}
          </button>
        ))}
        {(query.value?.overdue ?? 0) > 0 && (
          <mark data-part="overdue">{say(appealSectionTexts.overdueCount, { n: query.value?.overdue ?? 0 })}</mark>
        )}
      </div>
      <p className="rule">{`${say(appealSectionTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <section className="sheet">
        <QueryView query={query}>
          {({ appeals }) =>
            appeals.length === 0 ? (
              <Empty text={state === 'waiting' ? appealSectionTexts.noneWaiting : appealSectionTexts.noneAnswered} />
            ) : (
              <AppealTable appeals={appeals} now={clock()} onOpen={may('appeals.open-appeal') ? setOpen : undefined} />
            )
          }
        </QueryView>
      </section>
      {open && (
        <AppealDialog
          appeal={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            query.refetch();
          }}
        />
      )}
    </div>
  );
};
