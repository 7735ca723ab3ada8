import { buffer } from 'node:stream/consumers';
import { outcomeTexts } from '@tongcheng/shared/appeals/outcomes';
import { both, closingWords, documentWords, inferredWords, usualEndWords } from '@tongcheng/shared/reports/words';
import type { RefusedBoarding, RideView } from '@tongcheng/shared/rides/wire';
import { dayOf } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { Sheet, SheetRow } from '../workbooks/sheet';
import { timeText } from '../workbooks/sheet';
import { writeWorkbook } from '../workbooks/write-workbook';
import { coachSheet, regularSheet } from './own-coach-sheet';
import { passSheet } from './own-pass-sheet';
import type { OwnRecords } from './own-records';
import type { OwnRide } from './own-rides';
import { column, sheet } from './own-sheet';
import { lookerWords, purposeWords, relationWords } from './words';

/** The records as a workbook that a person can read: one sheet for each kind, both languages, texts only. */
export const ownWorkbook = (records: OwnRecords): Promise<Buffer> =>
  buffer(
    writeWorkbook([
      personSheet(records),
      cardSheet(records),
      familySheet(records),
      rideSheet(records),
      coachSheet(records),
      regularSheet(records),
      passSheet(records),
      appealSheet(records),
      accessSheet(records),
    ]),
  );

function personSheet({ person, accounts, standing, exportedAt }: OwnRecords): Sheet {
  const status = standing?.status;
  const rows: SheetRow[] = [
    ['导出时间 Exported at', { at: exportedAt }],
    ['姓名 Name', person.name],
    ['证件 Document', both(documentWords[person.documentKind])],
    ['证件号码 Document number', person.documentNumber],
    ['手机 Phone', person.phone],
    [
      '健康状态 Health status',
      typeof status === 'object' && status ? `${status.colour} · ${status.source} · ${timeText(status.issuedAt)}` : '—',
    ],
    ...accounts.map(
      ({ provider, createdAt, consentVersion, messages }): SheetRow => [
        `账户 Account (${provider})`,
        [
          `${dayOf(createdAt)} · 同意版本 consent ${consentVersion ?? '—'}`,
          ...(messages
            ? [`应用内消息 messages in the app ${dayOf(messages.agreedAt)} · ${messages.platformId ?? '—'}`]
            : []),
        ].join(' · '),
      ],
    ),
  ];
  return sheet(1, '本人', 'Me', [column(30, '项目', 'What'), column(60, '内容', 'Content')], rows);
}

const cardSheet = ({ cards }: OwnRecords): Sheet =>
  sheet(
    2,
    '交通卡',
    'Cards',
    [column(20, '卡种', 'Kind'), column(30, '卡号', 'Number'), column(22, '绑定时间', 'Bound at')],
    cards.map(({ kind, number, boundAt }) => [kind, number, { day: dayOf(boundAt) }]),
  );

const familySheet = ({ family }: OwnRecords): Sheet =>
  sheet(
    3,
    '家人',
    'Family',
    [column(20, '姓名（打码）', 'Name, masked'), column(20, '关系', 'Relation'), column(22, '加入时间', 'Added at')],
    family.map(({ maskedName, relation, addedAt }) => [
      maskedName,
      both(relationWords[relation]),
      { day: dayOf(addedAt) },
    ]),
  );

const rideSheet = ({ rides }: OwnRecords): Sheet =>
  sheet(
    4,
    '行程',
    'Rides',
    [
      column(14, '日期', 'Day'),
      column(16, '谁', 'Who'),
      column(40, '线路与乘车点', 'Line and venue'),
      column(22, '开始', 'From'),
      column(22, '结束', 'To'),
      column(40, '推定与说明', 'Inferred, and remarks'),
    ],
    rides.map((own) => ('ride' in own ? rideRow(own, own.ride) : refusedRow(own, own.refused))),
  );

const rideRow = ({ day, member }: OwnRide, ride: RideView): SheetRow => [
  { day },
  member ?? '本人 me',
  placeOf(ride.venue),
  { at: ride.from },
  ride.to === undefined ? '' : { at: ride.to },
  [
    ...ride.inferred.map((end) => both(inferredWords[end])),
    ride.closedBy ? both(closingWords[ride.closedBy]) : '',
    ride.endedBy === undefined ? '' : both(usualEndWords(timeText(ride.endedBy).slice(11, 16))),
    ride.letOn ? `破例放行 let on after all：${both(ride.letOn.why)}` : '',
  ].join(' '),
];

/** W-32: no ride, and told so. */
const refusedRow = ({ day, member }: OwnRide, { venue, scannedAt, why }: RefusedBoarding): SheetRow => [
  ...[{ day }, member ?? '本人 me', placeOf(venue), { at: scannedAt }, ''],
  `未乘车：拒乘 did not ride, refused：${why.map(both).join('；')}`,
];

const placeOf = ({ lineName, name }: VenueView): string =>
  both({
    zh: [lineName?.zh, name.zh].filter(Boolean).join(' '),
    en: [lineName?.en, name.en].filter(Boolean).join(' '),
  });

const appealSheet = ({ appeals }: OwnRecords): Sheet =>
  sheet(
    7,
    '申诉',
    'Appeals',
    [column(22, '时间', 'Made at'), column(60, '内容', 'Text'), column(60, '答复', 'Answer')],
    appeals.map(({ appeal }) => [
      { at: appeal.madeAt },
      appeal.text,
      appeal.answer ? `${both(outcomeTexts[appeal.answer.outcome])} ${appeal.answer.note ?? ''}` : '',
    ]),
  );

const accessSheet = ({ accesses }: OwnRecords): Sheet =>
  sheet(
    8,
    '谁看过',
    'Who looked',
    [
      column(16, '记录号', 'Entry'),
      column(22, '时间', 'At'),
      column(24, '谁', 'Who'),
      column(40, '做什么', 'What for'),
      column(14, '哪天的行程', 'Rides of'),
    ],
    accesses.map(({ entry, at, who, purpose, day }) => [
      entry,
      { at },
      both(lookerWords[who]),
      both(purposeWords[purpose]),
      day === undefined ? '' : { day },
    ]),
  );
