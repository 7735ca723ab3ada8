import type { ObjectStore } from '../../../ports/object-store';
import { type PackedTable, packTable } from '../../workbooks/pack-table';
import type { FinishedTable } from '../../workbooks/packed-workbook';
import { excelRowLimit } from '../../workbooks/workbook-entries';
import type { ReportWalk } from '../subjects/walk';
import { type KeptTable, keptParts, type PartState } from './kept-parts';
import type { FormingSlice } from './slice';

/** A table that is being written. */
interface Writing {
  readonly name: string;
  readonly packed: PackedTable;
  readonly parts: number[];
}

/**
 * Walks on and writes part after part until everything is told or the time is over; undefined when something is left. Parts end
 * after so many steps, whoever makes them, so that a walk that was interrupted anywhere leaves the same bytes.
 */
export async function walkParts(
  objects: ObjectStore,
  walk: ReportWalk,
  slice: FormingSlice,
): Promise<readonly FinishedTable[] | undefined> {
  const kept = keptParts(objects, slice.attempt);
  const { part: from, state } = await kept.last(slice.begun);
  if (state) walk.resume(state.walk);
  if (state?.done) return finished(walk, kept, state.tables);
  const tables = Object.entries(walk.tables).map(([name, table]): Writing => {
    const { sheets = [], parts = [] } = state?.tables[name] ?? {};
    return { name, packed: packTable(table, sheets, excelRowLimit), parts: [...parts] };
  });
  let part = from;
  const endPart = async (done: boolean): Promise<PartState> => {
    part += 1;
    await slice.begin(
      part,
      tables.map(({ name }) => name),
    );
    return writePart(kept, part, tables, { done, walk: walk.state() });
  };
  let steps = 0;
  for await (const rows of walk.steps()) {
    for (const { name, packed } of tables) await packed.add(rows[name] ?? []);
    steps += 1;
    if (steps % slice.sizes.steps !== 0) continue;
    await endPart(false);
    if (!slice.mayGoOn()) return undefined;
  }
  for (const { packed } of tables) packed.end();
  const last = await endPart(true);
  return slice.mayGoOn() ? finished(walk, kept, last.tables) : undefined;
}

async function writePart(
  kept: ReturnType<typeof keptParts>,
  part: number,
  tables: readonly Writing[],
  state: Pick<PartState, 'done' | 'walk'>,
): Promise<PartState> {
  const contents: (readonly [string, Buffer])[] = [];
  for (const { name, packed, parts } of tables) {
    const content = await packed.part();
    if (content.length === 0) continue;
    parts.push(part);
    contents.push([name, content]);
  }
  const whole = {
    ...state,
    tables: Object.fromEntries(
      tables.map(({ name, packed, parts }): [string, KeptTable] => [
        name,
        { sheets: packed.sheets(), parts: [...parts] },
      ]),
    ),
  };
  await kept.write(part, contents, whole);
  return whole;
}

const finished = (
  { tables }: ReportWalk,
  kept: ReturnType<typeof keptParts>,
  written: PartState['tables'],
): readonly FinishedTable[] =>
  Object.entries(tables).map(([name, table]) => {
    const { sheets = [], parts = [] } = written[name] ?? {};
    return { table, sheets, parts: () => kept.read(name, parts) };
  });
