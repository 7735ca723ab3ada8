import type { Client } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import type { ServerReply } from '../../client/use-query';
import { splitCsv } from './split-csv';

/** What came of an import, its rows numbered as in the file. */
export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly badRows: readonly (Text & { readonly row: number })[];
  /** The part that was refused, with what came before imported. */
  readonly stoppedAt?: number;
}

const nothingYet: Imported = { added: 0, changed: 0, unchanged: 0, badRows: [] };

/**
 * Imports a file part by part, calling `onPart` with which of how many is under way. A refusal of the first part is the reply's
 * failure; a later one ends the import and is given as `stoppedAt`.
 */
export const importFile = async (
  client: Client,
  city: string,
  text: string,
  onPart: (part: number, parts: number) => void,
): Promise<ServerReply<Imported>> => {
  const parts = splitCsv(text);
  let sum = nothingYet;
  for (const [index, { csv, rowsBefore }] of parts.entries()) {
    onPart(index + 1, parts.length);
    const answer = await client.call('venues.import-venues', { city, csv });
    if (!answer.ok) return index === 0 ? answer : { ok: true, value: { ...sum, stoppedAt: index + 1 } };
    const { added, changed, unchanged, badRows } = answer.value;
    sum = {
      added: sum.added + added,
      changed: sum.changed + changed,
      unchanged: sum.unchanged + unchanged,
      badRows: [...sum.badRows, ...badRows.map((bad) => ({ ...bad, row: bad.row + rowsBefore }))],
    };
  }
  return { ok: true, value: sum };
};
