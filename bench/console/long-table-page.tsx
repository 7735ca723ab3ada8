import { KitProvider } from '../../console/src/kit/kit-provider';
import { KitTable } from '../../console/src/kit/kit-table';
import type { TableColumn } from '../../console/src/kit/table-view';
import { VirtualRows } from '../../console/src/kit/virtual-rows';
import { mount } from '../../console/src/mount';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly line: string;
  readonly code: string;
  readonly visits: number;
}

const lines = ['1', '2', '3', '4', '5', '6', '7', '8'];
const rows: readonly Row[] = Array.from({ length: 100_000 }, (_, at) => ({
  key: String(at),
  name: `第 ${at} 站`,
  line: `${lines[at % lines.length]} 号线`,
  code: (at * 7_919).toString(36).toUpperCase().padStart(6, '0'),
  visits: (at * 31) % 4_001,
}));

const same = (text: string) => ({ zh: text, en: text });
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', name: same('站名'), text: ({ name }) => name, order: ({ name }) => name, kind: 'head' },
  { id: 'line', name: same('线路'), text: ({ line }) => line, order: ({ line }) => line },
  { id: 'code', name: same('短码'), text: ({ code }) => code, order: ({ code }) => code },
  { id: 'visits', name: same('次数'), text: ({ visits }) => String(visits), order: ({ visits }) => visits },
];

/** As the console shows it: pages. */
const InPages = () => (
  <KitTable
    title={same('乘车点')}
    part="rows"
    rows={rows}
    columns={columns}
    keyOf={({ key }) => key}
    marks={({ key }) => ({ 'data-row': key })}
    empty={same('无')}
  />
);

/** The kit's own virtual rows: of fixed widths, in a window of their own. */
const Virtual = () => <VirtualRows rows={rows} columns={columns} keyOf={({ key }) => key} />;

mount(<KitProvider>{location.search === '?virtual' ? <Virtual /> : <InPages />}</KitProvider>);
