import { setImmediate } from 'node:timers/promises';
import { type CsvRow, readCsv } from '@tongcheng/shared/csv';
import { Unzip, UnzipInflate } from 'fflate';
import { ServiceUnavailable } from '../../ports/service-unavailable';

/** The tables of a timetable that are read. */
const tableNames = ['agency.txt', 'calendar.txt', 'calendar_dates.txt', 'trips.txt', 'stop_times.txt'] as const;

/** A table's rows by column. */
export type TableRow = CsvRow['cells'];

/** All tables unpacked together may not be longer: a small archive can hold a very long file. */
const largestTables = 48 * 1024 * 1024;
/** So many bytes of the archive are unpacked before others have their turn; what they hold is counted while it comes out, whatever the archive says. */
const bytesAtOnce = 16 * 1024;
/** So many lines are read before others have their turn. */
const linesAtOnce = 5_000;

/** The tables of a GTFS archive; one that it does not have is empty. Throws ServiceUnavailable for what is no archive of tables. */
export async function unpackTables(
  archive: Uint8Array,
): Promise<Readonly<Record<(typeof tableNames)[number], readonly TableRow[]>>> {
  const files = await unpack(archive);
  const rows = async (name: (typeof tableNames)[number]) => rowsOf(name, files.get(name));
  return {
    'agency.txt': await rows('agency.txt'),
    'calendar.txt': await rows('calendar.txt'),
    'calendar_dates.txt': await rows('calendar_dates.txt'),
    'trips.txt': await rows('trips.txt'),
    'stop_times.txt': await rows('stop_times.txt'),
  };
}

async function unpack(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array[]>();
  let bytes = 0;
  const unzip = new Unzip((file) => {
    if (!tableNames.some((known) => known === file.name)) return;
    const mine: Uint8Array[] = [];
    parts.set(file.name, mine);
    file.ondata = (fault, part) => {
      if (fault) throw fault;
      bytes += part.length;
      if (bytes > largestTables) throw new ServiceUnavailable('the tables of the timetable are too long');
      mine.push(part);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < archive.length; at += bytesAtOnce) {
    push(unzip, archive.subarray(at, at + bytesAtOnce), at + bytesAtOnce >= archive.length);
    await setImmediate();
  }
  if (parts.size === 0) throw new ServiceUnavailable('the timetable is no archive of tables');
  return new Map([...parts].map(([name, each]) => [name, Buffer.concat(each)]));
}

function push(unzip: Unzip, bytes: Uint8Array, isLast: boolean): void {
  try {
    unzip.push(bytes, isLast);
  } catch (cause) {
    if (cause instanceof ServiceUnavailable) throw cause;
    throw new ServiceUnavailable('the archive of the timetable is damaged', { cause });
  }
}

async function rowsOf(name: string, file: Uint8Array | undefined): Promise<readonly TableRow[]> {
  const text = file ? new TextDecoder().decode(file) : '';
  const [header = '', ...lines] = text.split(/\r?\n/);
  const found: TableRow[] = [];
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const table = readCsv([header, ...lines.slice(at, at + linesAtOnce)].join('\n'));
    if (!table) throw new ServiceUnavailable(`${name} of the timetable is no table`);
    for (const { cells } of table.rows) found.push(cells);
    await setImmediate();
  }
  return found;
}
