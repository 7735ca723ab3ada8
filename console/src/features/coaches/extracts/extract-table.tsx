import type { ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { KitTable } from '../../../kit/kit-table';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { DecideDrawer, type ExtractDecision } from './decide-drawer';
import { extractColumns } from './extract-columns';
import { ExtractDrawer } from './extract-drawer';
import { extractTexts } from './texts';

type Act = ExtractDecision | 'open';

/** What the reader can do with a request now. */
function actsOf({ state, requestedBy, decidedBy }: ExtractRow, officialId: string): readonly Act[] {
  const isOwn = requestedBy === officialId;
  if (state === 'open') return isOwn ? ['end'] : ['approve', 'reject'];
  if (state !== 'approved') return [];
  return isOwn || decidedBy === officialId ? ['open', 'end'] : ['end'];
}

interface Props {
  readonly extracts: readonly ExtractRow[];
  readonly onChanged: () => void;
}

/** Requests for extracts and what can be done with each. */
export const ExtractTable = ({ extracts, onChanged }: Props) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const nameOf = useOfficialName();
  const [open, setOpen] = useState<{ readonly extract: ExtractRow; readonly act: Act }>();
  const close = () => setOpen(undefined);
  return (
    <>
      <KitTable
        title={extractTexts.extracts}
        part="extracts"
        rows={extracts}
        columns={extractColumns(nameOf)}
        keyOf={({ extractId }) => extractId}
        marks={({ extractId, state }) => ({ 'data-extract': extractId, 'data-state': state })}
        empty={extractTexts.none}
        acts={(extract) =>
          actsOf(extract, session.officialId).map((act) => (
            <Button key={act} size="small" data-act={act} onClick={() => setOpen({ extract, act })}>
              {say(extractTexts[act])}
            </Button>
          ))
        }
      />
      {open?.act === 'open' && <ExtractDrawer extract={open.extract} onClose={close} />}
      {open && open.act !== 'open' && (
        <DecideDrawer
          extract={open.extract}
          decision={open.act}
          onClose={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
    </>
  );
};
