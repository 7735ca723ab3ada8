import { both } from '@tongcheng/shared/reports/words';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { SheetRow } from '../../../workbooks/sheet';
import type { Form, ReportPlan } from '../../records';
import type { CoachSums } from './coach-sums';

const forms: Readonly<Record<Form, string>> = {
  full: '完整：含姓名、证件号码、电话、住址 full: with names, document numbers, phones, addresses',
  masked: '脱敏，不含住址 masked, without addresses',
};

const means = {
  departures:
    '从本市出发、到达本市、途经本市停靠的班次各列一次，按发车当日（北京时间）计；途经的只列在本市上下车的乘客。 Departures that leave this city, that end in it and that stop in it, each once, on the civil day of departure in Shanghai; of those that stop, whoever gets on or off here.',
  registered:
    '“登记”不含到站核验时补录的乘客；“少登记”为实载人数减登记人数。 “Registered” leaves out whom the officer added on arrival; “Missing” are those aboard less those registered.',
  source:
    '“登记方式”说明凭什么登记：台账、扫码填报和购票没有看过证件原件。 “Registered by” says on what it rests: nobody saw the document of a ledger, a typed registration or a ticket.',
  purpose:
    '仅用于交通与疫情防控的法定职责；请勿转发。谁打开过本报表均有记录。 For the lawful duties of transport and epidemic control only; do not pass it on. Who opened this report is on record.',
} as const;

const forgottenDay =
  '当日数据的留存期已过，密钥已销毁：登记不能再与任何人关联，本报表不含班次。 The retention of this day has ended and its key was destroyed: its registrations can no longer be linked to anybody, and this report holds none.';

const supplement = ({ version }: ReportPlan) =>
  `补报：只含第 ${version - 1} 版之后有新记录的班次，以及其中新增、更正或撤回的乘客；已发送的版本不变。 Supplement: only departures of which something was recorded after version ${version - 1}, and of their passengers those added, corrected or withdrawn; what was sent stays as it is.`;

/** What the file is, made of what, and what its words mean. */
export function coachFrontRows(
  plan: ReportPlan,
  form: Form,
  settings: CitySettings,
  sums: CoachSums | 'forgotten',
): SheetRow[] {
  return [
    ['城市 City', `${both(settings.name)} ${plan.city}`],
    ['发车日 Day of departure', { day: plan.day }],
    ['版本 Version', `第 ${plan.version} 版 version ${plan.version}`],
    ...(plan.version > 1 ? [['说明 Note', supplement(plan)]] : []),
    ['形式 Form', forms[form]],
    ...(plan.version > 1 ? [['数据起始 Recorded at or after', { at: plan.since }]] : []),
    ['数据截止 Snapshot: recorded before', { at: plan.until }],
    ...(sums === 'forgotten' ? [['说明 Note', forgottenDay]] : countRows(sums)),
    ['班次 Departures', means.departures],
    ['登记 Registered', means.registered],
    ['登记方式 Registered by', means.source],
    ['用途 Purpose', means.purpose],
  ];
}

function countRows({ departures, riders, incomplete }: CoachSums): SheetRow[] {
  if (departures === 0) return [['说明 Note', '当日没有客运班次登记。 No coach departure was registered on this day.']];
  return [
    ['班次数 Departures', departures],
    ['乘客 Passengers', riders],
    ['不完整（行） Incomplete, lines', incomplete],
  ];
}
