import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useOfficialNames } from '../../../client/official-names';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { QueryView } from '../../../ui/query-view';
import { uiTexts } from '../../../ui/texts';
import { ChangeCard } from './change-card';
import { DecideChangeDialog } from './decide-change-dialog';
import { HalfDialog } from './half-dialog';
import { OfficialTable } from './official-table';
import { officialsTexts, proposalTexts } from './officials-texts';
import type { OpenDialog } from './open-dialog';
import { ProposeChangeDialog } from './propose-change-dialog';
import { useAppointmentWords } from './use-appointment-words';

const Officials = () => {
  const { say } = useSpeech();
  const { city, may, session } = useOfficial();
  const { refetch: refetchNames } = useOfficialNames();
  const [open, setOpen] = useState<OpenDialog>();
  const [isProposed, setProposed] = useState(false);
  const officials = useQuery((client) => client.call('oversight.list-officials', { city }), city);
  const changes = useQuery((client) => client.call('oversight.list-official-changes', { city }), city);
  const listed = officials.value?.officials ?? [];
  const waiting = changes.value?.changes ?? [];
  const words = useAppointmentWords([
    ...session.cities,
    ...listed.flatMap(({ cities }) => cities),
    ...waiting.flatMap(({ before, after }) => [...(before?.cities ?? []), ...(after?.cities ?? [])]),
  ]);
  const close = () => setOpen(undefined);
  const done = (next?: OpenDialog) => {
    setOpen(next);
    officials.refetch();
    changes.refetch();
    refetchNames();
  };
  const proposed = (next?: OpenDialog) => {
    setProposed(true);
    done(next);
  };
  const show = (next: OpenDialog) => {
    setProposed(false);
    setOpen(next);
  };
  return (
    <div data-part="officials-screen">
      <div className="section-head">
        <h1>{say(officialsTexts.title)}</h1>
        {may('oversight.propose-official-change') && (
          <button type="button" className="primary" data-act="add" onClick={() => show({ kind: 'add' })}>
            {say(officialsTexts.add)}
          </button>
        )}
      </div>
      <p className="rule">{`${say(officialsTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      {isProposed && (
        <p className="notice" role="status" data-part="said">
          {say(proposalTexts.done)}
        </p>
      )}
      <section className="sheet" data-part="changes">
        <h2>{say(officialsTexts.waiting)}</h2>
        <QueryView query={changes} lines={2}>
          {() =>
            waiting.length === 0 ? (
              <Empty text={officialsTexts.noneWaiting} />
            ) : (
              waiting.map((change) => <ChangeCard key={change.changeId} {...{ change, words }} onOpen={show} />)
            )
          }
        </QueryView>
      </section>
      <section className="sheet" data-part="officials">
        <h2>{say(officialsTexts.all)}</h2>
        <QueryView query={officials}>
          {() => (
            <OfficialTable
              {...{ words, waiting }}
              officials={listed}
              onOpen={may('oversight.propose-official-change') ? show : undefined}
            />
          )}
        </QueryView>
      </section>
      {open && (open.kind === 'add' || open.kind === 'propose') && (
        <ProposeChangeDialog key={open.kind} {...{ open, words }} onDone={proposed} onClose={close} />
      )}
      {open?.kind === 'decide' && <DecideChangeDialog {...{ open, words }} onDone={done} onClose={close} />}
      {open?.kind === 'half' && <HalfDialog half={open} onClose={close} />}
    </div>
  );
};

/** the officials of the city in words, what waits for a second person, and proposing. */
export const OfficialsScreen = () => (
  <KitProvider>
    <Officials />
  </KitProvider>
);
