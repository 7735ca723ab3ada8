import { both } from '@tongcheng/shared/reports/words';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { SheetRow } from '../../workbooks/sheet';
import type { Form, ReportPlan } from '../records';
import type { ReportCounts } from './counts';

const forms: Readonly<Record<Form, string>> = {
  full: '完整：含姓名、证件号码、电话 full: with names, document numbers, phones',
  masked: '脱敏 masked',
};

const inferredMeans =
  '“推定”指没有扫码证明的时间：按下一次在别处扫码、最长乘车时间、运营结束或航次结束推算，原因见“结束依据”。' +
  ' An inferred time is one that no scan proves: it follows from the next scan elsewhere, the longest ride, the end of service or of the sailing; “Ended by” says which.';

const peopleMean =
  '“人数”是汇总每一行里的人：同一位乘客在一行里只计一次，同乘出租车而没有扫码的人也计入，所以可能多于“乘客”，各行也不能相加。' +
  ' “People” are those of one line of the summary: a rider counts once in it, and so do taxi companions who did not scan; they may be more than “Riders”, and lines do not add up.';

const flagsMean = '“标记”只表示需要核实，不改变任何人的健康状态。 A flag asks for a look; it changes nobody’s status.';

const refusedMeans =
  '被拒乘的人没有乘车：不产生行程，不计入任何行程合计，单独列在“拒乘”；工作人员破例放行的，写明原因并计为行程。' +
  ' Whoever was refused did not ride: no journey, in no sum of journeys, on a sheet of their own; whom staff let on after all is named with the reason and counts as a journey.';

const purposeMeans =
  '仅用于交通与疫情防控的法定职责；请勿转发。谁打开过本报表均有记录。 For the lawful duties of transport and epidemic control only; do not pass it on. Who opened this report is on record.';

const empty = '当日没有乘客登记。 No passenger registered on this day.';
const emptySupplement = '没有新增或更正的行程。 No journey was added or corrected.';

const forgottenDay =
  '当日数据的留存期已过，密钥已销毁：行程不能再与任何人关联，本报表不含行程。 The retention of this day has ended and its key was destroyed: its journeys can no longer be linked to anybody, and this report holds none.';

const supplement = (plan: ReportPlan) =>
  `补报：只含第 ${plan.version - 1} 版之后收到的扫码所新增或更正的行程；已发送的版本不变。 Supplement: only journeys added or corrected by scans that arrived after version ${plan.version - 1}; what was sent stays as it is.`;

/** What the file is, made of what, and what its words mean. */
export function frontRows(
  plan: ReportPlan,
  form: Form,
  settings: CitySettings,
  counts: ReportCounts | 'forgotten',
): SheetRow[] {
  return [
    ['城市 City', `${both(settings.name)} ${plan.city}`],
    ['运营日 Service day', { day: plan.day }],
    [
      '运营日起点 Begins',
      `每日 ${settings.rolloverHour}:00 起；本文件的时间均为北京时间（UTC+8） from ${settings.rolloverHour}:00; all times in this file are of Asia/Shanghai (UTC+8)`,
    ],
    ['版本 Version', `第 ${plan.version} 版 version ${plan.version}`],
    ...(plan.version > 1 ? [['说明 Note', supplement(plan)]] : []),
    ['形式 Form', forms[form]],
    ...(plan.version > 1 ? [['数据起始 Recorded at or after', { at: plan.since }]] : []),
    ['数据截止 Snapshot: recorded before', { at: plan.until }],
    ...(counts === 'forgotten' ? [['说明 Note', forgottenDay]] : countRows(plan, counts)),
    ['推定 Inferred', inferredMeans],
    ['人数 People', peopleMean],
    ['标记 Flags', flagsMean],
    ['拒乘 Refusals', refusedMeans],
    ['用途 Purpose', purposeMeans],
  ];
}

const leftOutHeading =
  '其中同一人当日扫码过多（带标记列出，不计入汇总） Of these too many by one person in a day: listed with a flag, in no sum';

function countRows(plan: ReportPlan, counts: ReportCounts): SheetRow[] {
  const { scans, demonstration, riders, rows, incomplete, refused, letOn, leftOut, rules } = counts;
  const nothing = plan.version === 1 ? empty : emptySupplement;
  return [
    ...(rows === 0 ? [['说明 Note', nothing]] : []),
    ['扫码次数 Scans', scans],
    ['其中演示码（不计入） Of these demonstration codes, in no sum', demonstration],
    ...(leftOut > 0 ? [[leftOutHeading, leftOut]] : []),
    ['乘客 Riders', riders],
    ['行程 Journeys', rows],
    ['其中不完整 Of these incomplete', incomplete],
    ['拒乘（人次，见“拒乘”） Refused, people, see “Refusals”', refused],
    ['破例放行（人次，计为行程） Let on after all, people, count as rides', letOn],
    ['准入规则 Admission rules', [...rules].sort().join('；')],
  ];
}
