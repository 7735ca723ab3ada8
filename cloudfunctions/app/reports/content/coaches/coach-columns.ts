import type { Column } from '../../../workbooks/sheet';

const column = (width: number, zh: string, en: string, wrapped = false): Column => ({
  heading: { zh, en },
  width,
  ...(wrapped && { wrapped }),
});

const trip = [
  column(10, '方向', 'Direction'),
  column(20, '发车时间', 'Departs at'),
  column(26, '始发站', 'Origin', true),
  column(26, '到达站', 'Destination', true),
  column(12, '班次号', 'Service number'),
  column(12, '车牌', 'Plate'),
];

const person = [
  column(14, '姓名', 'Name'),
  column(18, '证件类型', 'Document', true),
  column(21, '证件号码', 'Document number'),
  column(14, '联系电话', 'Phone'),
];

/** The sheet of passengers. */
export const passengerColumns: readonly Column[] = [
  column(8, '序号', 'No.'),
  ...person,
  ...trip,
  column(8, '座位', 'Seat'),
  column(18, '登记方式', 'Registered by', true),
  column(30, '来前住址', 'Address before coming', true),
  column(30, '到达后住址', 'Address there', true),
  column(12, '到站核验', 'On arrival'),
  column(24, '说明', 'Note', true),
];

/** The sheet of departures. */
export const departureColumns: readonly Column[] = [
  column(8, '班次序号', 'Departure no.'),
  ...trip,
  column(10, '类型', 'Service'),
  column(16, '状态', 'State', true),
  column(20, '实际发车', 'Left at'),
  column(20, '到达', 'Arrived at'),
  ...[
    column(9, '实载', 'Aboard'),
    column(9, '登记', 'Registered'),
    column(9, '少登记', 'Missing'),
    column(9, '多登记', 'Over'),
    column(9, '代登记', 'By staff'),
    column(9, '到站在', 'Present'),
    column(9, '到站不在', 'Absent'),
    column(9, '到站补录', 'Added'),
    column(9, '未核验', 'Not verified'),
  ],
  column(30, '说明', 'Note', true),
];

/** The sheet of what is incomplete. */
export const gapColumns: readonly Column[] = [
  column(10, '班次序号', 'Departure no.'),
  ...trip,
  column(14, '姓名', 'Name'),
  column(60, '不完整的原因', 'Why it is incomplete', true),
];

/** The sheet of sums. */
export const sumColumns: readonly Column[] = [
  column(10, '方向', 'Direction'),
  column(30, '对方城市或车站', 'Other end', true),
  column(10, '班次', 'Departures'),
  column(10, '实载', 'Aboard'),
  column(10, '登记', 'Registered'),
  column(10, '完整班次', 'Complete'),
  column(10, '到站在', 'Present'),
];
