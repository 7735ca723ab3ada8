import type { AppealRow } from '@tongcheng/shared/appeals/wire';
import type { Instant } from '@tongcheng/shared/time';
import App from 'antd/es/app';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { KitProvider } from '../../kit/kit-provider';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { AppealDrawer } from './appeal-drawer';
import { AppealTable } from './appeal-table';
import { AppealsHead } from './appeals-head';
import { appealSectionTexts } from './texts';
import { useAppeals } from './use-appeals';

const atOnce = 100;

const Appeals = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const { notification } = App.useApp();
  const { read, write } = useAddressState('appeals', ['state']);
  const state = read('state') === 'answered' ? 'answered' : 'waiting';
  const [most, setMost] = useState(atOnce);
  const [open, setOpen] = useState<AppealRow>();
  const query = useAppeals(city, state, most);
  const appeals = query.value?.appeals ?? [];
  const at = appeals.findIndex(({ appealId }) => appealId === open?.appealId);
  const next = open && appeals[at + 1];
  const answered = (then: 'close' | 'next') => {
    setOpen(then === 'next' ? next : undefined);
    query.refetch();
    notification.success({ title: say(appealSectionTexts.sent), placement: 'bottomLeft' });
  };
  return (
    <div data-part="appeals-screen">
      <AppealsHead
        state={state}
        waiting={query.value?.waiting ?? 0}
        overdue={query.value?.overdue ?? 0}
        onState={(chosen) => write({ state: chosen === 'waiting' ? undefined : chosen })}
      />
      <p className="rule">{`${say(appealSectionTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <section className="sheet">
        <QueryView query={query}>
          {({ hasMore }) => (
            <>
              <AppealTable
                appeals={appeals}
                isAnswered={state === 'answered'}
                now={clock()}
                onOpen={may('appeals.open-appeal') ? setOpen : undefined}
              />
              {hasMore && (
                <button type="button" className="quiet" data-act="more" onClick={() => setMost(most + atOnce)}>
                  {say(appealSectionTexts.readOn, { n: appeals.length })}
                </button>
              )}
            </>
          )}
        </QueryView>
      </section>
      {open && (
        <AppealDrawer
          key={open.appealId}
          appeal={open}
          now={clock()}
          onNext={next && (() => setOpen(next))}
          onClose={() => setOpen(undefined)}
          onAnswered={answered}
        />
      )}
    </div>
  );
};

/** the queue of appeals, the most pressing first; overdue ones are counted and marked. */
export const AppealsScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Appeals clock={clock} />
  </KitProvider>
);
