import type { Departure } from '../coaches/departure-phases';
import type { OffRouteBand, RegistrationSource } from '../coaches/events';
import type { manifestPurposes } from '../coaches/extracts-api';
import type { Text } from '../text';

/** How somebody came onto a manifest, as officials call it. */
export const sourceWords: Readonly<Record<RegistrationSource, Text>> = {
  ledger: { zh: '台账', en: 'Ledger' },
  typed: { zh: '扫码填报', en: 'Scan, typed' },
  ticket: { zh: '购票', en: 'Ticket' },
  family: { zh: '家人代为登记', en: 'Family' },
  staff: { zh: '司乘或车站代为登记', en: 'Crew or station staff' },
  rider: { zh: '本人扫码', en: 'Scan, known rider' },
};

/** How far a departure is. */
export const phaseWords: Readonly<Record<Departure['phase'], Text>> = {
  planned: { zh: '司乘未确认', en: 'Not confirmed by a crew' },
  open: { zh: '未报发车', en: 'Not said to have left' },
  departed: { zh: '已发车', en: 'Departed' },
  arrived: { zh: '已到站，核验中', en: 'Arrived, being verified' },
  closed: { zh: '已核验', en: 'Verified' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** What the arrival officer saw. */
export const presenceWords: Readonly<Record<'present' | 'absent' | 'unseen', Text>> = {
  present: { zh: '在', en: 'Present' },
  absent: { zh: '不在', en: 'Absent' },
  unseen: { zh: '未核验', en: 'Not verified' },
};

/** How far from the way of the coach a phone was that registered somebody. */
export const offRouteWords: Readonly<Record<OffRouteBand, Text>> = {
  'under-50-km': { zh: '手机离线路不到 50 公里', en: 'the phone was up to 50 km from its way' },
  'under-200-km': { zh: '手机离线路 50 至 200 公里', en: 'the phone was 50 to 200 km from its way' },
  'over-200-km': { zh: '手机离线路超过 200 公里', en: 'the phone was over 200 km from its way' },
};

/** Which way a departure goes, seen from the city of the report. */
export const directionWords = {
  leaving: { zh: '出发', en: 'Departing' },
  arriving: { zh: '到达', en: 'Arriving' },
  stopping: { zh: '途经', en: 'Stopping' },
} as const satisfies Readonly<Record<string, Text>>;

/** Scheduled or hired. */
export const serviceWords = {
  line: { zh: '班线', en: 'Line' },
  charter: { zh: '包车', en: 'Charter' },
} as const satisfies Readonly<Record<string, Text>>;

/** A line of a class (L-01). */
export const classWords = (n: number): Text => ({ zh: `${n} 类班线`, en: `Line, class ${n}` });

/** Why a departure or a passenger is on the sheet of what is incomplete. */
export const gapWords = {
  'not-confirmed': {
    zh: '有乘客登记，司乘没有确认这班车',
    en: 'Passengers are registered, and no crew confirmed the departure',
  },
  missing: { zh: '登记人数少于实载人数', en: 'Fewer are registered than were aboard' },
  'ledger-awaited': {
    zh: '车站用纸质台账登记，台账还没到，期限未过',
    en: 'Its station registers on paper: the ledger has not come yet and is not overdue',
  },
  'ledger-missing': {
    zh: '车站用纸质台账登记，台账过期未到或没有登记齐',
    en: 'Its station registers on paper: the ledger is overdue, or does not name everybody aboard',
  },
  over: { zh: '登记人数多于实载人数', en: 'More are registered than were aboard' },
  'off-route': {
    zh: '有乘客登记时手机远离这班车的线路，发车码可能被用在别的车上',
    en: 'A phone far from its way registered for it: its code may have been shown in another coach',
  },
  'not-left': { zh: '没有报告发车', en: 'Nobody said that it left' },
  'not-verified': { zh: '没有到站核验', en: 'Its arrival was not verified' },
  'no-phone': { zh: '没有联系电话', en: 'No phone' },
  'no-addresses': { zh: '缺少来前住址或到达后住址', en: 'An address before coming or there is missing' },
  absent: { zh: '登记了，到站核验时不在', en: 'Registered, and absent on arrival' },
  added: { zh: '到站核验时补录', en: 'Added on arrival' },
} as const satisfies Readonly<Record<string, Text>>;
export type Gap = keyof typeof gapWords;

/** What a manifest is opened for. */
export const manifestPurposeTexts: Readonly<Record<(typeof manifestPurposes)[number], Text>> = {
  complaint: { zh: '处理投诉', en: 'handling a complaint' },
  'lost-property': { zh: '寻找失主', en: 'finding an owner of lost property' },
  accident: { zh: '事故处置', en: 'an accident' },
  'registration-check': { zh: '核对登记是否真实', en: 'checking that registrations are true' },
  inspection: { zh: '监督检查', en: 'an inspection' },
};
