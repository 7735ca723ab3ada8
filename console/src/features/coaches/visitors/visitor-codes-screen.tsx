import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { SaidNotice } from '../../../ui/said-notice';
import { uiTexts } from '../../../ui/texts';
import { loadVisitorRows } from './load-visitor-codes';
import { visitorTexts } from './texts';
import type { PostedCode } from './use-visitor-change';
import { VisitorCodeDialog } from './visitor-code-dialog';
import { VisitorDrawer } from './visitor-drawer';
import type { VisitorRow } from './visitor-rows';
import { stationName, type VisitorAct, VisitorTable } from './visitor-table';

interface Open {
  readonly row: VisitorRow;
  readonly act: VisitorAct;
  readonly posted?: PostedCode;
}

const VisitorCodes = () => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState('');
  const query = useQuery(loadVisitorRows(city), city);
  const done = ({ row, act }: Open, posted: PostedCode | undefined) => {
    setOpen(posted && { row, act, posted });
    setSaid(posted ? '' : say(visitorTexts.revoked, { station: stationName(row, say) }));
    query.refetch();
  };
  const close = () => setOpen(undefined);
  return (
    <div data-part="visitor-codes-screen">
      <div className="section-head">
        <h1>{say(visitorTexts.title)}</h1>
      </div>
      <p className="rule">{`${say(visitorTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <SaidNotice said={said} />
      <section className="sheet">
        <QueryView query={query} lines={6}>
          {(rows) => <VisitorTable rows={rows} onAct={(act, row) => setOpen({ act, row })} />}
        </QueryView>
      </section>
      {open && !open.posted && (
        <VisitorDrawer act={open.act} row={open.row} onDone={(posted) => done(open, posted)} onClose={close} />
      )}
      {open?.posted && <VisitorCodeDialog row={open.row} posted={open.posted} onClose={close} />}
    </div>
  );
};

/** L-06: the codes that stations post for crews from outside the province: post, replace, revoke. */
export const VisitorCodesScreen = () => (
  <KitProvider>
    <VisitorCodes />
  </KitProvider>
);
