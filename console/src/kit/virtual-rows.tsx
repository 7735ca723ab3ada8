import Table from 'antd/es/table';
import { useSpeech } from '../ui/language';
import type { TableColumn } from './table-view';

interface Props<T> {
  readonly rows: readonly T[];
  readonly columns: readonly TableColumn<T>[];
  readonly keyOf: (row: T) => string;
}

const size = { x: 900, y: 600 } as const;

/** The kit's rows that are drawn as they come into view. No section has them: `npm run bench -- console` holds them against pages (decision 190). */
export const VirtualRows = <T extends object>({ rows, columns, keyOf }: Props<T>) => {
  const { say } = useSpeech();
  return (
    <Table<T>
      virtual
      rowKey={keyOf}
      size="small"
      pagination={false}
      scroll={size}
      dataSource={[...rows]}
      columns={columns.map(({ id, name, text }) => ({
        key: id,
        title: <span>{say(name)}</span>,
        width: size.x / columns.length,
        render: (_value: unknown, row: T) => <span>{text(row, say)}</span>,
      }))}
    />
  );
};
