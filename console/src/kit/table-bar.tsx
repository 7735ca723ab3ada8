import type { Text } from '@tongcheng/shared/text';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import Popover from 'antd/es/popover';
import type { ReactNode } from 'react';
import { downloadFile } from '../platform/http';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';

interface Props {
  readonly title: Text;
  readonly part: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly columns: readonly { readonly id: string; readonly name: Text; readonly kind?: string }[];
  readonly hidden: readonly string[];
  readonly onHidden: (ids: readonly string[]) => void;
  /** What is shown, as a file. */
  readonly csv: () => string;
  /** Has the export recorded first, where that is asked for; without it no file is made. */
  readonly beforeExport?: (() => Promise<boolean>) | undefined;
  readonly cells: () => readonly (readonly string[])[];
  /** Further filters. */
  readonly children: ReactNode;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Above a table: what is looked for, further filters, which columns are shown, and what is shown as a file. */
export const TableBar = ({
  title,
  part,
  words,
  onWords,
  columns,
  hidden,
  onHidden,
  csv,
  cells,
  beforeExport,
  children,
}: Props) => {
  const { say } = useSpeech();
  const hideable = columns.filter(({ kind }) => kind !== 'mark');
  const shown = hideable.map(({ id }) => id).filter((id) => !hidden.includes(id));
  const save = async () => {
    if (beforeExport && !(await beforeExport())) return;
    downloadFile(`data:text/csv;charset=utf-8,${encodeURIComponent(csv())}`, `${part}.csv`);
  };
  const saveWorkbook = async () => {
    if (beforeExport && !(await beforeExport())) return;
    const { tableWorkbook } = await import('./table-workbook');
    const url = URL.createObjectURL(new Blob([tableWorkbook(cells())], { type: workbookType }));
    downloadFile(url, `${part}.xlsx`);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  const options = hideable.map(({ id, name }) => ({ value: id, label: say(name) }));
  const choice = (
    <Checkbox.Group
      className="column-choice"
      options={options}
      value={shown}
      onChange={(ids) => onHidden(hideable.map(({ id }) => id).filter((id) => !ids.includes(id)))}
    />
  );
  const find = say(uiTexts.findIn, { table: say(title) });
  return (
    <div className="table-bar">
      <Input
        type="search"
        name={`${part}-find`}
        aria-label={find}
        placeholder={find}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      {children}
      <Popover trigger="click" placement="bottomRight" title={say(uiTexts.columns)} content={choice}>
        <Button data-act="columns">{say(uiTexts.columns)}</Button>
      </Popover>
      <Button data-act="export-xlsx" title={say(uiTexts.exportHint)} onClick={() => void saveWorkbook()}>
        {say(uiTexts.exportXlsx)}
      </Button>
      <Button data-act="export" title={say(uiTexts.exportHint)} onClick={() => void save()}>
        {say(uiTexts.exportCsv)}
      </Button>
    </div>
  );
};
