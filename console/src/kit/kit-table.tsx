import type { Text } from '@tongcheng/shared/text';
import Button from 'antd/es/button';
import Table, { type TableProps } from 'antd/es/table';
import { type ReactNode, useState } from 'react';
import { type Say, useSpeech } from '../ui/language';
import { Empty } from '../ui/placeholders';
import { uiTexts } from '../ui/texts';
import { useAddressState } from '../ui/use-address-state';
import { kitTexts } from './kit-texts';
import { TableBar } from './table-bar';
import { cellsOf, csvOf, hasActs, shownRows, type TableColumn } from './table-view';

interface Props<T> {
  readonly title: Text;
  /** Its name in the address, in the file's name and for tests; one a screen. */
  readonly part: string;
  readonly rows: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly keyOf: (row: T) => string;
  /** `data-…` of the row's element. */
  readonly marks: (row: T) => Readonly<Record<`data-${string}`, string | number>>;
  /** What can be done with a row; the column goes where nothing can be done with any. */
  readonly acts?: (row: T) => ReactNode;
  readonly empty: Text;
  /** Keys of the rows that are chosen for a common act; absent where none can be. */
  readonly chosen?: readonly string[];
  readonly onChosen?: (keys: readonly string[]) => void;
  /** What a row is called, for the box before it. */
  readonly nameOf?: (row: T) => string;
  /** Whether a row can be chosen; absent where each can. */
  readonly canChoose?: (row: T) => boolean;
  readonly filters?: ReactNode;
  /** Where somebody's name may be typed: what is searched for stays on the screen and out of the address. */
  readonly isSearchPrivate?: boolean;
  /** Has an export recorded before the file is made; gives whether it was. */
  readonly beforeExport?: (() => Promise<boolean>) | undefined;
}

const pageSize = 50;

/**
 * A table as people expect one: search, order, choice of columns, pages, and what is shown as a file. What is chosen stands in the address.
 */
export const KitTable = <T extends object>({ title, part, rows, columns, keyOf, marks, acts, ...rest }: Props<T>) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState(part, ['find', 'sort', 'hide']);
  const [typed, setTyped] = useState('');
  const words = rest.isSearchPrivate ? typed : (read('find') ?? '');
  const sort = read('sort');
  const hidden = hiddenOf(read('hide'), columns);
  const chosen = columns.filter(({ id, kind }) => kind === 'mark' || !hidden.includes(id));
  const shown = shownRows(rows, columns, { words, sort, say });
  const actsOf = acts && rows.some((row) => hasActs(acts(row))) ? acts : undefined;
  const orderOf = (id: string) => (sort === id ? ('ascend' as const) : sort === `-${id}` ? ('descend' as const) : null);
  return (
    <div data-part={part} className="kit-table">
      <TableBar
        title={title}
        part={part}
        words={words}
        onWords={(find) => (rest.isSearchPrivate ? setTyped(find) : write({ find }, { replace: true }))}
        columns={columns}
        hidden={hidden}
        onHidden={(ids) => write({ hide: hideWords(ids, columns) })}
        csv={() => csvOf(shown, chosen, say)}
        beforeExport={rest.beforeExport}
        cells={() => cellsOf(shown, chosen, say)}
      >
        <div className="bar-filters">{rest.filters}</div>
        <ChooseAll rows={shown.filter((row) => rest.canChoose?.(row) ?? true)} keyOf={keyOf} onChosen={rest.onChosen} />
      </TableBar>
      <Table<T>
        rowKey={keyOf}
        dataSource={[...shown]}
        columns={[
          ...chosen.map(({ id, name, text, cell, order, kind }) => ({
            key: id,
            title: alone(say(name)),
            className: kind ?? '',
            ...(kind === 'head' && { rowScope: 'row' as const }),
            ...(order && { sorter: true, sortOrder: orderOf(id) }),
            render: (_value: unknown, row: T) => {
              const drawn = alone(cell?.(row) ?? text(row, say));
              return kind === 'head' ? <div className="head-words">{drawn}</div> : drawn;
            },
          })),
          ...(actsOf
            ? [
                {
                  key: 'act',
                  title: alone(say(uiTexts.act)),
                  className: 'act-cell',
                  render: (_value: unknown, row: T) => actsOf(row),
                },
              ]
            : []),
        ]}
        {...choosing(rest, say)}
        onRow={(row) => ({ className: 'kit-row', ...marks(row) })}
        onChange={(_pages, _filters, sorter, { action }) => {
          if (action !== 'sort' || Array.isArray(sorter)) return;
          const { columnKey, order } = sorter;
          write({ sort: order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined });
        }}
        showSorterTooltip={false}
        scroll={{ x: true }}
        pagination={{ pageSize, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty text={rows.length === 0 ? rest.empty : uiTexts.noSuchRow} /> }}
        size="small"
      />
    </div>
  );
};

/** In the address where every column is shown although some are not at first. */
const none = '-';

const spareOf = <T,>(columns: readonly TableColumn<T>[]): readonly string[] =>
  columns.flatMap(({ id, isSpare }) => (isSpare ? [id] : []));

/** The columns that are not shown: those that somebody chose not to see, or else those that are spare. */
const hiddenOf = <T,>(chosen: string | undefined, columns: readonly TableColumn<T>[]): readonly string[] =>
  chosen === undefined ? spareOf(columns) : chosen.split(',').filter(Boolean);

/** The same as the address has it; nothing where it is as at first. */
const hideWords = <T,>(ids: readonly string[], columns: readonly TableColumn<T>[]): string | undefined => {
  const words = ids.join(',');
  if (words === spareOf(columns).join(',')) return undefined;
  return words === '' ? none : words;
};

/**
 * A text in an element of its own. The kit puts what it is given beside elements of its own, and a text there, once the browser's translator
 * has replaced it, is never changed again: alone in its element it is.
 */
const alone = (content: ReactNode): ReactNode => (typeof content === 'string' ? <span>{content}</span> : content);

/** The boxes before the rows; all are chosen by a button, for the kit draws a box in the head twice. A choice survives paging and searching. */
const choosing = <T extends object>(
  { chosen, onChosen, nameOf, canChoose }: Partial<Props<T>>,
  say: Say,
): TableProps<T> =>
  chosen && onChosen && nameOf
    ? {
        rowSelection: {
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => onChosen(keys.map(String)),
          hideSelectAll: true,
          columnTitle: <span className="visually-hidden">{say(kitTexts.chosen)}</span>,
          getCheckboxProps: (row) => ({
            'aria-label': say(kitTexts.choose, { name: nameOf(row) }),
            disabled: !(canChoose?.(row) ?? true),
          }),
        },
      }
    : {};

interface ChooseAllProps<T> {
  /** Those that can be chosen. */
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly onChosen: ((keys: readonly string[]) => void) | undefined;
}

/** Chooses all rows that are found, those of other pages too. */
const ChooseAll = <T,>({ rows, keyOf, onChosen }: ChooseAllProps<T>) => {
  const { say } = useSpeech();
  if (!onChosen || rows.length === 0) return null;
  return (
    <Button data-act="choose-all" onClick={() => onChosen(rows.map(keyOf))}>
      {say(kitTexts.chooseAll, { count: rows.length })}
    </Button>
  );
};
