import type { Column } from '../../workbooks/sheet';

const column = (width: number, zh: string, en: string, wrapped = false): Column => ({
  heading: { zh, en },
  width,
  ...(wrapped && { wrapped }),
});

const person = [
  column(14, '姓名', 'Name'),
  column(18, '证件类型', 'Document', true),
  column(21, '证件号码', 'Document number'),
  column(14, '联系电话', 'Phone'),
];

const place = [
  column(12, '交通方式', 'Mode'),
  column(16, '线路', 'Line'),
  column(30, '车牌、车厢或车站', 'Vehicle, carriage or station', true),
  column(20, '上车（进站）时间', 'Boarded or entered at'),
  column(20, '下车（离开）时间', 'Alighted or left at'),
];

/** The sheet of riders' journeys. */
export const journeyColumns: readonly Column[] = [
  column(8, '序号', 'No.'),
  ...person,
  ...place,
  column(18, '推定', 'Inferred', true),
  column(22, '结束依据', 'Ended by', true),
  column(14, '当时状态', 'Status at the time'),
  column(20, '核验结果', 'Verdict', true),
  column(16, '登记人', 'Registered by', true),
  column(24, '标记', 'Flags', true),
  column(8, '人数', 'People'),
];

/** The sheet of what is incomplete. */
export const incompleteColumns: readonly Column[] = [
  column(8, '行程序号', 'Journey no.'),
  ...person,
  ...place,
  column(60, '不完整的原因', 'Why it is incomplete', true),
];

/** The sheet of refusals. */
export const refusalColumns: readonly Column[] = [
  column(8, '序号', 'No.'),
  ...person,
  column(12, '交通方式', 'Mode'),
  column(16, '线路', 'Line'),
  column(30, '车牌、车厢或车站', 'Vehicle, carriage or station', true),
  column(20, '时间', 'At'),
  column(18, '谁拒绝', 'Refused by', true),
  column(32, '原因', 'Why', true),
  column(20, '结果', 'What came of it', true),
  column(14, '当时状态', 'Status at the time'),
  column(30, '备注', 'Note', true),
  column(8, '人数', 'People'),
];

/** The sheet of sums. */
export const summaryColumns: readonly Column[] = [
  column(16, '交通方式', 'Mode'),
  column(22, '线路', 'Line'),
  column(18, '时段', 'Hour'),
  column(10, '人数', 'People'),
  column(10, '扫码次数', 'Scans'),
  column(10, '拒乘人次', 'Refused'),
];

/** The first sheet: what this file is. */
export const frontColumns: readonly Column[] = [column(30, '项目', 'Item'), column(90, '内容', 'Content', true)];
