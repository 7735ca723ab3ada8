import type { ArrivedFailure, Client } from '@tongcheng/shared/client';
import type { LedgerDeparture, LedgerPassenger } from '@tongcheng/shared/coaches/ledger/wire';
import type { Text } from '@tongcheng/shared/text';
import type { GoodRow } from './ledger/check-ledger';

/** What came of filing rows, numbered as in the file. */
export interface FiledRows {
  /** Registered now. */
  readonly filed: number;
  /** Registered before, by this ledger or another. */
  readonly same: number;
  readonly refused: readonly { readonly row: number; readonly reason: Text }[];
  /** Why it ended before the last row; what came before is filed, and the same file files the rest. */
  readonly stopped?: ArrivedFailure<string>;
  /** Somebody ended it before the last row; likewise what came before is filed. */
  readonly isHalted?: true;
}

interface Group {
  readonly departure: LedgerDeparture;
  readonly aboard: number;
  readonly rows: readonly GoodRow[];
}

/** As many as a coach takes, and as a request may carry. */
const mostOfDeparture = 200;
const mostOfBatch = 200;
const mostDepartures = 60;

/** Rows by the departure that they are of; how many were aboard says the ledger, or else the number of its rows. */
export function groupsOf(rows: readonly GoodRow[]): readonly Group[] {
  const groups = new Map<string, GoodRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.departure);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const aboard = Math.min(mostOfDeparture, Math.max(group.length, ...group.map((row) => row.aboard ?? 0)));
    const parts: Group[] = [];
    for (let from = 0; from < group.length; from += mostOfDeparture) {
      const part = group.slice(from, from + mostOfDeparture);
      if (part[0]) parts.push({ departure: part[0].departure, aboard, rows: part });
    }
    return parts;
  });
}

/** Groups that one request carries. */
function* batchesOf(groups: readonly Group[]): Generator<readonly Group[]> {
  let batch: Group[] = [];
  let size = 0;
  for (const group of groups) {
    if (batch.length > 0 && (size + group.rows.length > mostOfBatch || batch.length >= mostDepartures)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(group);
    size += group.rows.length;
  }
  if (batch.length > 0) yield batch;
}

const passengerOf = ({ passenger }: GoodRow): LedgerPassenger => passenger;

/**
 * Files rows batch by batch, telling how many were sent, for as long as it is to go on; the same rows again have one effect, so that it may be
 * stopped and repeated.
 */
export async function fileRows(
  client: Client,
  city: string,
  rows: readonly GoodRow[],
  onProgress: (sent: number) => void,
  goesOn: () => boolean = () => true,
): Promise<FiledRows> {
  let [filed, same, sent] = [0, 0, 0];
  const refused: { row: number; reason: Text }[] = [];
  for (const batch of batchesOf(groupsOf(rows))) {
    if (!goesOn()) return { filed, same, refused, isHalted: true };
    const departures = batch.map((group) => ({
      departure: group.departure,
      aboard: group.aboard,
      passengers: group.rows.map(passengerOf),
    }));
    const answer = await client.call('coaches.file-ledger', { city, departures });
    if (!answer.ok) return { filed, same, refused, stopped: answer.failure };
    for (const [index, item] of answer.value.items.entries()) {
      for (const [order, { row }] of (batch[index]?.rows ?? []).entries()) {
        const came = item.ok ? item.passengers[order] : item.failure;
        if (came === 'filed') filed += 1;
        else if (came === 'same') same += 1;
        else if (came) refused.push({ row, reason: { zh: came.zh, en: came.en } });
      }
    }
    sent += batch.reduce((sum, group) => sum + group.rows.length, 0);
    onProgress(sent);
  }
  return { filed, same, refused };
}
