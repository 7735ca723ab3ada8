import { type CsvRow, readCsv } from '@tongcheng/shared/csv';
import * as z from 'zod';
import type { DocumentStore } from '../../../ports/document-store';
import { type LineStopsRecord, lineStops, lineStopsId } from '../line-stops-record';
import { sortedJson } from './save-city';

/** The two tables that say where lines go (docs/adding-a-city.md). */
interface LineTables {
  readonly stops: string;
  readonly lineStops: string;
}

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const degrees = z.string().regex(/^-?\d{1,3}(\.\d+)?$/);
const StopRow = z.object({
  stop_id: Id,
  name_zh: z.string().min(1),
  name_en: z.string().min(1),
  lat: degrees.transform(Number).pipe(z.number().min(-90).max(90)),
  lng: degrees.transform(Number).pipe(z.number().min(-180).max(180)),
});
const LineStopRow = z.object({ line_id: Id, sequence: z.string().regex(/^\d{1,4}$/), stop_id: Id });

/**
 * Brings the stops of a city's lines in, in their order; what is unchanged is not written, a line that the tables do not name stays. Throws with the row
 * where a table cannot be read, or a line halts where no stop is. Says how many lines were written.
 */
export async function saveLineStops(
  { store }: { readonly store: DocumentStore },
  city: string,
  tables: LineTables,
): Promise<number> {
  let written = 0;
  for (const record of recordsOf(city, tables)) {
    const stored = await store.get(lineStops, record._id);
    if (!stored) written += (await store.insert(lineStops, record)) === 'inserted' ? 1 : 0;
    else if (sortedJson(stored.stops) !== sortedJson(record.stops))
      written += (await store.update(lineStops, record, stored._v)) === 'updated' ? 1 : 0;
  }
  return written;
}

function recordsOf(city: string, tables: LineTables): readonly LineStopsRecord[] {
  const stops = new Map(rowsOf('stops.csv', tables.stops, StopRow).map((stop) => [stop.stop_id, stop]));
  const byLine = new Map<string, { readonly sequence: number; readonly stop: z.output<typeof StopRow> }[]>();
  for (const { line_id, sequence, stop_id } of rowsOf('line-stops.csv', tables.lineStops, LineStopRow)) {
    const stop = stops.get(stop_id);
    if (!stop)
      throw new Error(
        `line-stops.csv：${line_id} 的站点 ${stop_id} 不在 stops.csv 中。 ${stop_id} is no stop of stops.csv.`,
      );
    byLine.set(line_id, [...(byLine.get(line_id) ?? []), { sequence: Number(sequence), stop }]);
  }
  return [...byLine].map(([lineId, halts]) => ({
    ...{ _id: lineStopsId(city, lineId), city, lineId },
    stops: halts
      .toSorted((one, other) => one.sequence - other.sequence)
      .map(({ stop: { stop_id: stopId, name_zh: zh, name_en: en, lat, lng } }) => ({
        stopId,
        name: { zh, en },
        lat,
        lng,
      })),
  }));
}

function rowsOf<T>(file: string, text: string, schema: z.ZodType<T>): readonly T[] {
  const table = readCsv(text);
  if (!table) throw new Error(`${file} 不是表格。 ${file} is no table.`);
  return table.rows.map(({ row, cells }: CsvRow) => {
    const read = schema.safeParse(cells);
    if (read.success) return read.data;
    const column = read.error.issues[0]?.path.join('.') ?? '';
    throw new Error(`${file} 第 ${row} 行 ${column} 有误。 ${file}, row ${row}: ${column} is wrong.`);
  });
}
