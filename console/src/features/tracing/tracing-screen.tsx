import { dayOf, type Instant } from '@tongcheng/shared/time';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { KitProvider } from '../../kit/kit-provider';
import { useSpeech } from '../../ui/language';
import { Empty } from '../../ui/placeholders';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { CaseTable } from './case-table';
import { CaseView } from './case-view';
import { OpenCaseDrawer } from './open-case-drawer';
import { tracingTexts as texts } from './texts';
import { useCases } from './use-cases';
import { readerOf } from './waiting';

const atOnce = 100;

interface HeadProps {
  readonly state: CaseRow['state'];
  readonly onState: (state: CaseRow['state']) => void;
  readonly onOpenCase: (() => void) | undefined;
}

const TracingHead = ({ state, onState, onOpenCase }: HeadProps) => {
  const { say } = useSpeech();
  return (
    <div className="section-head">
      <h1>{say(texts.title)}</h1>
      {(['open', 'closed'] as const).map((known) => (
        <button
          key={known}
          type="button"
          className={known === state ? 'primary' : 'quiet'}
          aria-pressed={known === state}
          data-state={known}
          onClick={() => onState(known)}
        >
          {say(known === 'open' ? texts.openCases : texts.closedCases)}
        </button>
      ))}
      <span className="section-acts">
        {onOpenCase && (
          <button type="button" className="primary" data-act="open-case" onClick={onOpenCase}>
            {say(texts.openCase)}
          </button>
        )}
      </span>
    </div>
  );
};

const Tracing = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may, session } = useOfficial();
  const { read, write } = useAddressState('tracing', ['state', 'case']);
  const state = read('state') === 'closed' ? 'closed' : 'open';
  const [most, setMost] = useState(atOnce);
  const [isOpening, setOpening] = useState(false);
  const query = useCases({ city, state, most });
  const look = (caseId: string | undefined) => write({ case: caseId });
  if (query.failure?.code === 'trace-second-role-needed')
    return (
      <div data-part="tracing-screen">
        <h1>{say(texts.title)}</h1>
        <Empty text={texts.otherRole} />
      </div>
    );
  const found = query.value?.cases.find(({ caseId }) => caseId === read('case'));
  return (
    <div data-part="tracing-screen">
      <TracingHead
        state={state}
        onState={(chosen) => write({ state: chosen === 'open' ? undefined : chosen, case: undefined })}
        onOpenCase={may('tracing.open-case') ? () => setOpening(true) : undefined}
      />
      <p className="rule">{`${say(texts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <QueryView query={query}>
        {({ cases, hasMore, secondRole }) =>
          found ? (
            <CaseView
              key={found.caseId}
              found={found}
              reader={readerOf(session, secondRole)}
              clock={clock}
              onBack={() => look(undefined)}
              onChanged={query.refetch}
            />
          ) : (
            <section className="sheet">
              <CaseTable cases={cases} state={state} reader={readerOf(session, secondRole)} onLook={look} />
              {hasMore && (
                <button type="button" className="quiet" data-act="more" onClick={() => setMost(most + atOnce)}>
                  {say(texts.readOn, { n: cases.length })}
                </button>
              )}
            </section>
          )
        }
      </QueryView>
      {isOpening && (
        <OpenCaseDrawer
          today={dayOf(clock())}
          onClose={() => setOpening(false)}
          onOpened={(caseId) => {
            setOpening(false);
            write({ state: undefined, case: caseId });
            query.refetch();
          }}
        />
      )}
    </div>
  );
};

/** W-26, X-05: cases of the city's health office: counts, requests for names, the second key, and the names while they are open. */
export const TracingScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Tracing clock={clock} />
  </KitProvider>
);
