import { checkDocument } from '../../identity/documents/check-document';
import { documentKindNames } from '../../identity/documents/kind-names';
import { kindOfNumber } from '../../identity/documents/kind-of-number';
import { type DocumentKind, documentKinds } from '../../identity/documents/kinds';
import { checkName } from '../../identity/names';
import { checkPhone } from '../../identity/phones';
import { type Day, dayMs, dayStart } from '../../time';
import { foldWidth, plainNumber } from '../../typed-text';
import { isPlate, plainPlate } from '../../venues/plates';
import type { LedgerLine } from './cell';
import type { LedgerColumn } from './column-texts';
import type { LedgerHeader } from './columns';
import { departureTime } from './departure-time';
import { ledgerWords, otherDocumentNames } from './problem-texts';
import { type RowCells, rowCells } from './row-cells';
import type { RowProblem } from './row-problems';
import type { LedgerDeparture, LedgerEntry, LedgerPassenger } from './wire';

/** A row of a ledger: what it says, or everything that is wrong with it. Empty ones say nothing. */
export type ReadRow =
  | { readonly is: 'entry'; readonly entry: LedgerEntry }
  | { readonly is: 'bad'; readonly problems: readonly RowProblem[] }
  | { readonly is: 'empty' };

/** Days that a ledger may be of: as long ago as manifests are kept at the longest, to tomorrow. */
const oldestDays = 1_200;

/** Reads a row by its header; `today` decides which departures can have been. Pure: the same row is the same entry for ever. */
export function readLedgerRow(line: LedgerLine, header: LedgerHeader, today: Day): ReadRow {
  if (![...header.values()].some((index) => line.cells[index] !== undefined)) return { is: 'empty' };
  const row = rowCells(line, header);
  const departure = departureIn(row, today);
  const passenger = passengerIn(row, today);
  const aboard = aboardIn(row);
  if (row.problems.length > 0 || !departure || !passenger) return { is: 'bad', problems: row.problems };
  return { is: 'entry', entry: { departure, passenger, ...(aboard !== undefined && { aboard }) } };
}

function departureIn(row: RowCells, today: Day): LedgerDeparture | undefined {
  const departsAt = departsAtIn(row, today);
  const plate = plainPlate(needed(row, 'plate'));
  if (plate !== '' && !isPlate(plate)) row.wrong({ column: 'plate', is: 'plate' });
  const service = wordIn(row, 'service', { line: ledgerWords.line, charter: ledgerWords.charter }, 'service');
  const destination = short(row, 'destination', 60, needed(row, 'destination'));
  const [serviceNumber, origin] = [short(row, 'serviceNumber', 30), short(row, 'origin', 60)];
  if (departsAt === undefined) return undefined;
  return {
    ...{ departsAt, plate, service: service ?? defaultService, destination },
    ...(serviceNumber !== '' && { serviceNumber }),
    ...(origin !== '' && { origin }),
  };
}

const defaultService = 'line';

function departsAtIn(row: RowCells, today: Day): number | undefined {
  const at = departureTime(row.cell('departsOn'), row.cell('departsAt'));
  if (at === undefined) return row.wrong({ column: 'departsAt', is: 'moment' });
  const isPossible = at >= dayStart(today) - oldestDays * dayMs && at < dayStart(today) + 2 * dayMs;
  return isPossible ? at : row.wrong({ column: 'departsAt', is: 'out-of-time' });
}

function passengerIn(row: RowCells, today: Day): LedgerPassenger | undefined {
  const name = checkName(needed(row, 'name'));
  if (!name.valid && name.reason !== 'empty') row.wrong({ column: 'name', is: 'name' });
  const document = documentIn(row, today);
  const phone = phoneIn(row);
  const present = wordIn(row, 'present', { yes: ledgerWords.yes, no: ledgerWords.no }, 'present');
  const [seat, addressBefore, addressThere] = [
    short(row, 'seat', 10),
    short(row, 'addressBefore', 120),
    short(row, 'addressThere', 120),
  ];
  if (!name.valid || !document) return undefined;
  return {
    name: name.stored,
    ...document,
    ...(phone !== undefined && { phone }),
    ...(seat !== '' && { seat }),
    ...(addressBefore !== '' && { addressBefore }),
    ...(addressThere !== '' && { addressThere }),
    ...(present !== undefined && { present: present === 'yes' }),
  };
}

function documentIn(row: RowCells, today: Day): Pick<LedgerPassenger, 'documentKind' | 'documentNumber'> | undefined {
  const typed = needed(row, 'documentNumber');
  const told = row.text('documentKind');
  if (typed === '') return undefined;
  const kind = told === '' ? kindOfNumber(plainNumber(typed)) : kindByName.get(plainName(told));
  if (!kind && told !== '') return row.wrong({ column: 'documentKind', is: 'document-kind' });
  // Eighteen characters are meant as a resident ID; what is wrong with them says its own rule.
  const documentKind = kind ?? (/^\d{17}[\dX]$/.test(plainNumber(typed)) ? 'resident-id' : undefined);
  if (!documentKind) return row.wrong({ column: 'documentKind', is: 'document-kind-needed' });
  const check = checkDocument(documentKind, typed, today);
  if (check.valid) return { documentKind, documentNumber: check.stored };
  // A spreadsheet writes noughts for the digits that it lost.
  if (/^\d{15}0{3}$/.test(plainNumber(typed))) return row.wrong({ column: 'documentNumber', is: 'digits-lost' });
  return row.wrong({ column: 'documentNumber', is: 'document', kind: documentKind, reason: check.reason, typed });
}

const plainName = (name: string): string => foldWidth(name).toLowerCase().replace(/\s/g, '');

const kindByName: ReadonlyMap<string, DocumentKind> = new Map(
  documentKinds.flatMap((kind) =>
    [documentKindNames[kind].zh, documentKindNames[kind].en, kind, ...otherDocumentNames[kind]].map(
      (name) => [plainName(name), kind] as const,
    ),
  ),
);

function phoneIn(row: RowCells): string | undefined {
  const typed = row.text('phone');
  if (typed === '') return undefined;
  return checkPhone(typed) ?? row.wrong({ column: 'phone', is: 'phone' });
}

function aboardIn(row: RowCells): number | undefined {
  const typed = row.text('aboard');
  if (typed === '') return undefined;
  const isCount = /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 200;
  return isCount ? Number(typed) : row.wrong({ column: 'aboard', is: 'count' });
}

function needed(row: RowCells, column: LedgerColumn): string {
  const before = row.problems.length;
  const text = row.text(column);
  if (text === '' && row.problems.length === before) row.wrong({ column, is: 'absent' });
  return text;
}

function short(row: RowCells, column: LedgerColumn, most: number, text = row.text(column)): string {
  if (text.length > most) row.wrong({ column, is: 'too-long' });
  return text;
}

function wordIn<W extends string>(
  row: RowCells,
  column: LedgerColumn,
  words: Readonly<Record<W, readonly string[]>>,
  is: 'service' | 'present',
): W | undefined {
  const typed = plainName(row.text(column));
  if (typed === '') return undefined;
  for (const word in words) if (words[word].includes(typed)) return word;
  return row.wrong({ column, is });
}
