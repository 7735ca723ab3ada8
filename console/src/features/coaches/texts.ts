import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import type { Text } from '@tongcheng/shared/text';

/** Texts of the departures of a day. */
export const coachTexts = {
  title: { zh: '客运班次', en: 'Coach departures' },
  day: { zh: '发车日期', en: 'Day of departure' },
  departures: { zh: '班次', en: 'Departures' },
  none: { zh: '这一天还没有班次登记。', en: 'No departure was registered for this day yet.' },
  forgotten: {
    zh: '这一天的留存期已过，密钥已销毁，班次不能再打开。',
    en: 'The retention of this day has ended and its key was destroyed: its departures can no longer be opened.',
  },
  departsAt: { zh: '发车', en: 'Departs' },
  serviceNumber: { zh: '班次号', en: 'Service' },
  kind: { zh: '类型', en: 'Kind' },
  origin: { zh: '始发站', en: 'From' },
  destination: { zh: '到达站', en: 'To' },
  plate: { zh: '车牌', en: 'Plate' },
  phase: { zh: '状态', en: 'State' },
  aboard: { zh: '实载', en: 'Aboard' },
  registered: { zh: '登记', en: 'Registered' },
  difference: { zh: '差额', en: 'Gap' },
  missing: { zh: '少 {n}', en: '{n} missing' },
  over: { zh: '多 {n}', en: '{n} over' },
  byStaff: { zh: '代登记', en: 'By staff' },
  present: { zh: '到站核验', en: 'Present on arrival' },
  complete: { zh: '完整', en: 'Complete' },
  incomplete: { zh: '不完整', en: 'Incomplete' },
  'ledger-awaited': { zh: '待台账', en: 'Ledger to come' },
  voluntary: { zh: '自愿登记', en: 'Voluntary' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  ledgerBy: { zh: '{until} 前', en: 'by {until}' },
  completeness: { zh: '登记是否完整', en: 'Registration' },
  all: { zh: '全部', en: 'All' },
  operator: { zh: '运营单位', en: 'Operator' },
  crew: { zh: '登记人', en: 'Registrant' },
  'off-route': { zh: '离线路远', en: 'Far from its way' },
  offRouteOf: { zh: '{n} 人离线路远', en: '{n} far from its way' },
  offRouteSum: {
    zh: '{departures} 个班次有乘客登记时手机远离线路（共 {n} 人）：发车码可能被抄到别的车上。看过程，核对实载人数，询问司乘和车站。',
    en: 'Passengers registered by a phone far from the way of their coach: {n}, departures: {departures}. The code may be shown in another coach: read the story, compare those aboard, ask crew and station.',
  },
  late: { zh: '发车后才登记', en: 'Confirmed late' },
  unnamed: { zh: '未列名 …{id}', en: 'not listed …{id}' },
  noOperator: { zh: '无单位', en: 'no operator' },
  nobody: { zh: '司乘未确认或来自台账', en: 'No crew confirmed it, or a ledger' },
  by: { zh: '分组', en: 'Grouped' },
  byDeparture: { zh: '逐班', en: 'Each departure' },
  byOperator: { zh: '按运营单位', en: 'By operator' },
  byLine: { zh: '按线路', en: 'By line' },
  byCrew: { zh: '按登记人', en: 'By registrant' },
  group: { zh: '分组', en: 'Group' },
  count: { zh: '班次数', en: 'Departures' },
  incompleteCount: { zh: '不完整班次', en: 'Incomplete' },
  groups: { zh: '班次分组', en: 'Departures by group' },
  story: { zh: '过程', en: 'Story' },
  storyOf: { zh: '{time} 班次的过程', en: 'Story of the departure at {time}' },
  line: { zh: '班线', en: 'Line' },
  charter: { zh: '包车', en: 'Charter' },
  lineOfClass: { zh: '{n} 类班线', en: 'Line, class {n}' },
  sum: {
    zh: '{departures} 个班次，实载 {aboard} 人，登记 {registered} 人，{incomplete} 个班次不完整',
    en: 'Departures: {departures} · aboard: {aboard} · registered: {registered} · incomplete departures: {incomplete}',
  },
  awaited: {
    zh: '另有 {n} 个班次的车站用纸质台账，台账期限未到。',
    en: 'Departures of stations on paper whose ledger is not due yet: {n}.',
  },
  voluntarySum: {
    zh: '另有 {n} 个班次不在登记范围（班线类别），登记自愿，不计不完整。',
    en: 'Departures that need not be registered, by class of line or as charters, and are not counted as incomplete: {n}.',
  },
  tickets: {
    zh: '售票系统交来车票 {sold} 张，其中 {unmatched} 张没有对应的班次。',
    en: 'Tickets from ticketing systems: {sold}, of these for no departure that a crew confirmed: {unmatched}.',
  },
  ticketsOfService: { zh: '{service} {time}：{n} 张', en: '{service} {time}: {n}' },
  arrivedHere: { zh: '{at} 收到', en: 'received {at}' },
  unfitting: { zh: '与当时状态不符，未生效', en: 'did not fit the state then; without effect' },
} as const satisfies Readonly<Record<string, Text>>;

/** What stands of coaches on the morning page. */
export const coachMorningTexts = {
  incomplete: {
    zh: '{day} 有 {incomplete} 个班次登记不完整（共 {departures} 班）。',
    en: '{incomplete} of {departures} departures of {day} were not registered completely.',
  },
  offRoute: {
    zh: '{day} 有 {n} 人在远离线路的地方登记（{departures} 个班次）：发车码可能被抄到别的车上。',
    en: '{day}: registered far from the way of their coach: {n}, departures: {departures}. A code may be shown in another coach.',
  },
  awaited: {
    zh: '{day} 有 {awaited} 个班次待纸质台账（共 {departures} 班），其余登记完整。',
    en: '{awaited} of {departures} departures of {day} await their ledger on paper; the others were registered completely.',
  },
  overdue: {
    zh: '{day} 有 {n} 个班次的纸质台账过期未到或没有登记齐。',
    en: '{day}: departures whose ledger on paper is overdue or does not name everybody: {n}.',
  },
  complete: {
    zh: '{day} 的 {departures} 个班次全部登记完整。',
    en: 'All {departures} departures of {day} were registered completely.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What an incomplete departure lacks. */
export const lackTexts: Readonly<Record<NonNullable<DayDeparture['lacks']>, Text>> = {
  confirmation: { zh: '司乘未确认', en: 'no confirmation by a crew' },
  ledger: { zh: '台账过期未到', en: 'ledger overdue' },
  'ticket-scans': { zh: '购票人未扫码', en: 'ticket holders did not scan' },
  registrations: { zh: '有人未登记', en: 'people not registered' },
};

/** How far a departure is. */
export const phaseTexts: Readonly<Record<DayDeparture['phase'], Text>> = {
  planned: { zh: '司乘未确认', en: 'Not confirmed' },
  open: { zh: '未发车', en: 'Not yet left' },
  departed: { zh: '已发车', en: 'Departed' },
  arrived: { zh: '已到站', en: 'Arrived' },
  closed: { zh: '已核验', en: 'Verified' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** What can happen to a departure. */
export const eventTexts: Readonly<Record<string, Text>> = {
  opened: { zh: '司乘确认发车登记', en: 'Departure confirmed' },
  registered: { zh: '登记一名乘客', en: 'A passenger registered' },
  'aboard-counted': { zh: '更正实载人数', en: 'Number aboard corrected' },
  rescheduled: { zh: '改发车时间', en: 'Time changed' },
  'coach-replaced': { zh: '换车或换司机', en: 'Coach or driver replaced' },
  departed: { zh: '发车', en: 'Left' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  withdrawn: { zh: '撤回一条登记', en: 'A registration withdrawn' },
  arrived: { zh: '到站', en: 'Arrived' },
  present: { zh: '核验一名乘客：在', en: 'A passenger present' },
  absent: { zh: '核验一名乘客：不在', en: 'A passenger absent' },
  closed: { zh: '到站核验完成', en: 'Arrival closed' },
  reopened: { zh: '重新打开到站核验', en: 'Arrival reopened' },
};

/** Who told it. */
export const tellerTexts = {
  crew: { zh: '司乘或本单位人员', en: 'crew or operator' },
  staff: { zh: '车站或核验人员', en: 'station or arrival staff' },
  ledger: { zh: '台账', en: 'ledger' },
  account: { zh: '扫码的账号', en: 'an account that scanned' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a coach left incomplete or never left. */
export const leavingReasonTexts: Readonly<Record<string, Text>> = {
  'refused-to-register': { zh: '有乘客拒绝登记', en: 'a passenger refused to register' },
  'count-uncertain': { zh: '人数不确定', en: 'the count is uncertain' },
  'no-network': { zh: '没有网络', en: 'no network' },
  'by-order': { zh: '按要求', en: 'by order' },
  'no-passengers': { zh: '没有乘客', en: 'no passengers' },
  'coach-trouble': { zh: '车辆故障', en: 'trouble with the coach' },
  weather: { zh: '天气', en: 'weather' },
  other: { zh: '其他', en: 'other' },
};
