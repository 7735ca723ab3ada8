import type { Text } from '@tongcheng/shared/text';
import Table from 'antd/es/table';
import type { ReactNode } from 'react';
import { useSpeech } from '../ui/language';
import { Empty } from '../ui/placeholders';
import { uiTexts } from '../ui/texts';
import { useAddressState } from '../ui/use-address-state';
import { TableBar } from './table-bar';
import { csvOf, shownRows, type TableColumn } from './table-view';

interface Props<T> {
  readonly title: Text;
  /** Its name in the address, in the file's name and for tests; one a screen. */
  readonly part: string;
  readonly rows: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly keyOf: (row: T) => string;
  /** `data-…` of the row's element. */
  readonly marks: (row: T) => Readonly<Record<`data-${string}`, string | number>>;
  readonly acts: (row: T) => ReactNode;
  readonly empty: Text;
  readonly filters?: ReactNode;
}

const pageSize = 50;

/**
 * A table as people expect one: search, order, choice of columns, pages, and what is shown as a file. What is chosen stands in the address.
 */
export const KitTable = <T extends object>({ title, part, rows, columns, keyOf, marks, acts, ...rest }: Props<T>) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState(part, ['find', 'sort', 'hide']);
  const words = read('find') ?? '';
  const sort = read('sort');
  const hidden = (read('hide') ?? '').split(',').filter(Boolean);
  const chosen = columns.filter(({ id }) => !hidden.includes(id));
  const shown = shownRows(rows, columns, { words, sort, say });
  const orderOf = (id: string) => (sort === id ? ('ascend' as const) : sort === `-${id}` ? ('descend' as const) : null);
  return (
    <div data-part={part} className="kit-table">
      <TableBar
        title={title}
        part={part}
        words={words}
        onWords={(find) => write({ find }, { replace: true })}
        columns={columns}
        hidden={hidden}
        onHidden={(ids) => write({ hide: ids.join(',') })}
        csv={() => csvOf(shown, chosen, say)}
      >
        {rest.filters}
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
            render: (_value: unknown, row: T) => alone(cell?.(row) ?? text(row, say)),
          })),
          {
            key: 'act',
            title: alone(say(uiTexts.act)),
            className: 'act-cell',
            render: (_value: unknown, row: T) => acts(row),
          },
        ]}
        onRow={(row) => ({ className: 'kit-row', ...marks(row) })}
        onChange={(_pages, _filters, sorter, { action }) => {
          if (action !== 'sort' || Array.isArray(sorter)) return;
          const { columnKey, order } = sorter;
          write({ sort: order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined });
        }}
        showSorterTooltip={false}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty text={rows.length === 0 ? rest.empty : uiTexts.noSuchRow} /> }}
        size="small"
      />
    </div>
  );
};

/**
 * A text in an element of its own. The kit puts what it is given beside elements of its own, and a text there, once the browser's translator
 * has replaced it, is never changed again: alone in its element it is.
 */
const alone = (content: ReactNode): ReactNode => (typeof content === 'string' ? <span>{content}</span> : content);
