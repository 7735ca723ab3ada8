import { offRouteWords, presenceWords, sourceWords } from '@tongcheng/shared/reports/coach-words';
import { both, documentWords } from '@tongcheng/shared/reports/words';
import type { ExportedRegistration } from '../coaches/own-registrations';
import type { Sheet, SheetRow } from '../workbooks/sheet';
import type { OwnRecords } from './own-records';
import { column, sheet } from './own-sheet';

/** What the rider's accounts registered for coaches. */
export const coachSheet = ({ coaches }: OwnRecords): Sheet =>
  sheet(
    5,
    '客车',
    'Coaches',
    [
      column(22, '发车时间', 'Departs at'),
      column(40, '始发与到达', 'From and to'),
      column(14, '班次号', 'Service number'),
      column(12, '车牌', 'Plate'),
      column(14, '乘客（打码）', 'Passenger, masked'),
      column(30, '证件（打码）', 'Document, masked'),
      column(8, '座位', 'Seat'),
      column(20, '登记方式', 'Registered by'),
      column(22, '登记时间', 'Registered at'),
      column(50, '来前住址与到达后住址', 'Addresses before coming and there'),
      column(14, '到站核验', 'On arrival'),
      column(24, '说明', 'Note'),
    ],
    coaches.map(registrationRow),
  );

const registrationRow = (own: ExportedRegistration): SheetRow => [
  { at: own.departsAt },
  [own.origin?.name, own.destination?.name].filter(Boolean).join(' → '),
  own.serviceNumber ?? '',
  own.plate ?? '',
  own.maskedName,
  `${both(documentWords[own.documentKind])} ${own.maskedDocument}`,
  own.seat ?? '',
  both(sourceWords[own.source]),
  { at: own.registeredAt },
  [own.addressBefore, own.addressThere].filter(Boolean).join(' → '),
  own.presence ? both(presenceWords[own.presence]) : '',
  [
    ...(own.ended ? ['已撤回或更正 withdrawn or corrected'] : []),
    ...(own.offRoute ? [both(offRouteWords[own.offRoute])] : []),
  ].join('；'),
];

/** Services by whose crews the rider agreed to be registered. */
export const regularSheet = ({ regulars }: OwnRecords): Sheet =>
  sheet(
    6,
    '客车常客',
    'Coach regulars',
    [
      column(14, '班次号', 'Service number'),
      column(14, '城市代码', 'City code'),
      column(16, '同意日期', 'Agreed on'),
      column(16, '有效至', 'Holds until'),
    ],
    regulars.map(({ serviceNumber, city, agreedOn, untilDay }) => [
      ...[serviceNumber, city, { day: agreedOn }, { day: untilDay }],
    ]),
  );
