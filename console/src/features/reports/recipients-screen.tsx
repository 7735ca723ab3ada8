import type { RecipientRow } from '@tongcheng/shared/reports/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useAsked } from '../../client/use-asked';
import { useSpeech } from '../../ui/language';
import { Shown } from '../../ui/shown';
import { ProposeDialog } from './propose-dialog';
import { RecipientActDialog } from './recipient-act-dialog';
import { type RecipientAct, RecipientTable } from './recipient-table';
import { recipientTexts } from './recipient-texts';

type Open =
  | { readonly kind: 'propose' }
  | { readonly kind: 'act'; readonly recipient: RecipientRow; readonly act: RecipientAct };

/** Who gets the reports; changes take two officials. */
export const RecipientsScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [open, setOpen] = useState<Open>();
  const asked = useAsked((client) => client.call('reports.list-recipients', { city }), city);
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    asked.askAgain();
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
        <Shown asked={asked}>
          {({ recipients }) => (
            <RecipientTable
              recipients={recipients}
              clock={clock}
              onAct={(recipient, act) => setOpen({ kind: 'act', recipient, act })}
            />
          )}
        </Shown>
      </section>
      {open?.kind === 'propose' && <ProposeDialog onClose={close} onDone={done} />}
      {open?.kind === 'act' && (
        <RecipientActDialog recipient={open.recipient} chosen={open.act} onClose={close} onDone={done} />
      )}
    </div>
  );
};
