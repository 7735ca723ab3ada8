import type { AccessRow } from '@tongcheng/shared/oversight/wire';
import Button from 'antd/es/button';
import { useState } from 'react';
import { DetailsDrawer } from '../../../kit/details-drawer';
import { KitTable } from '../../../kit/kit-table';
import { CopyButton } from '../../../ui/copy-button';
import { useSpeech } from '../../../ui/language';
import { uiTexts } from '../../../ui/texts';
import { accessLogColumns } from './access-log-columns';
import { accessLogTexts } from './access-log-texts';

interface Props {
  readonly accesses: readonly AccessRow[];
  /** Whether there may be more behind this page. */
  readonly hasMore: boolean;
  /** Has the taking out of a file recorded; gives whether it was. */
  readonly beforeExport: () => Promise<boolean>;
}

/** A page of the access log, the latest first; numbers of entries and things behind the details. */
export const AccessLogTable = ({ accesses, hasMore, beforeExport }: Props) => {
  const { say } = useSpeech();
  const [open, setOpen] = useState<AccessRow>();
  const none = hasMore ? accessLogTexts.noneYet : accessLogTexts.none;
  return (
    <>
      <KitTable
        title={accessLogTexts.title}
        part="access-log"
        rows={accesses}
        columns={accessLogColumns}
        keyOf={({ entry }) => entry}
        marks={({ entry }) => ({ 'data-entry': entry })}
        empty={accesses.length === 0 ? none : uiTexts.noSuchRow}
        beforeExport={beforeExport}
        acts={(row) => (
          <Button size="small" data-act="details" onClick={() => setOpen(row)}>
            {say(uiTexts.details)}
          </Button>
        )}
      />
      {open && <EntryDetails row={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};

const EntryDetails = ({ row, onClose }: { readonly row: AccessRow; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const whole = (value: string) => (
    <span translate="no">
      <code className="whole">{value}</code> <CopyButton text={value} />
    </span>
  );
  const lines = [
    ...accessLogColumns.map(({ name, text }) => ({ name: say(name), value: text(row, say) })),
    ...(row.day === undefined ? [] : [{ name: say(accessLogTexts.day), value: row.day }]),
    { name: say(accessLogTexts.objectId), value: whole(row.about) },
    { name: say(accessLogTexts.entry), value: whole(row.entry) },
  ];
  return <DetailsDrawer title={say(accessLogTexts.detailsOf)} lines={lines} onClose={onClose} />;
};
