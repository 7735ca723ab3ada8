import type { RecipientRow } from '@tongcheng/shared/reports/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { ProposeDialog } from './propose-dialog';
import { RecipientActionDialog } from './recipient-action-dialog';
import { type RecipientAction, RecipientTable } from './recipient-table';
import { recipientTexts } from './recipient-texts';

type Open =
  | { readonly kind: 'propose' }
  | { readonly kind: 'act'; readonly recipient: RecipientRow; readonly act: RecipientAction };

/** Who gets the reports; changes take two officials. */
export const RecipientsScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [open, setOpen] = useState<Open>();
  const query = useQuery((client) => client.call('reports.list-recipients', { city }), city);
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    query.refetch();
  };
  return (
    <div data-part="recipients-screen">
      <div className="section-head">
        <h1>{say(recipientTexts.title)}</h1>
        {may('reports.propose-recipient') && (
          <button type="button" className="primary" data-act="propose" onClick={() => setOpen({ kind: 'propose' })}>
            {say(recipientTexts.propose)}
          </button>
        )}
      </div>
      <p className="rule">{say(recipientTexts.rule)}</p>
      <section className="sheet">
        <QueryView query={query}>
          {({ recipients }) => (
            <RecipientTable
              recipients={recipients}
              clock={clock}
              onAction={(recipient, act) => setOpen({ kind: 'act', recipient, act })}
            />
          )}
        </QueryView>
      </section>
      {open?.kind === 'propose' && <ProposeDialog onClose={close} onDone={done} />}
      {open?.kind === 'act' && (
        <RecipientActionDialog recipient={open.recipient} chosen={open.act} onClose={close} onDone={done} />
      )}
    </div>
  );
};
