import type { ClearPassenger } from '@tongcheng/shared/coaches/extracts-api';
import { presenceWords, sourceWords } from '@tongcheng/shared/reports/coach-words';
import { documentWords } from '@tongcheng/shared/reports/words';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../kit/table-view';
import { extractTexts as texts } from './texts';

const plain = (
  id: string,
  name: TableColumn<ClearPassenger>['name'],
  of: (row: ClearPassenger) => string | undefined,
): TableColumn<ClearPassenger> => ({ id, name, text: (row) => of(row) ?? '', order: (row) => of(row) ?? '' });

/** Columns of passengers in the clear. The watermark is one of them, so that it stands in every file. */
export const clearPassengerColumns = (watermark: string): readonly TableColumn<ClearPassenger>[] => [
  { ...plain('name', texts.name, ({ name }) => name), kind: 'head' },
  { id: 'kind', name: texts.documentKind, text: ({ documentKind }, say) => say(documentWords[documentKind]) },
  plain('number', texts.documentNumber, ({ documentNumber }) => documentNumber),
  plain('phone', texts.phone, ({ phone }) => phone),
  plain('departs', texts.departs, ({ departsAt }) => formatInstant(departsAt, 'YYYY-MM-DD HH:mm')),
  plain('service', texts.service, ({ serviceNumber }) => serviceNumber),
  plain('trip', texts.trip, ({ origin, destination }) => [origin?.name, destination?.name].filter(Boolean).join(' – ')),
  plain('plate', texts.plate, ({ plate }) => plate),
  plain('seat', texts.seat, ({ seat }) => seat),
  { id: 'source', name: texts.source, text: ({ source }, say) => say(sourceWords[source]) },
  { id: 'presence', name: texts.onArrival, text: ({ presence }, say) => say(presenceWords[presence ?? 'unseen']) },
  plain('address-before', texts.addressBefore, ({ addressBefore }) => addressBefore),
  plain('address-there', texts.addressThere, ({ addressThere }) => addressThere),
  { id: 'watermark', name: texts.watermark, text: () => watermark, kind: 'mark' },
];
