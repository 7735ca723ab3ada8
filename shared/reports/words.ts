import type { StaffRole } from '../access';
import type { DocumentKind } from '../identity/documents/kinds';
import { exceptionReasonWords, refusalReasonWords } from '../rides/boarding-reasons';
import type { ClosingReason, Decision, ReasonCode, ScanFlag } from '../rides/meanings';
import type { StatusColour } from '../status-colours';
import type { Text } from '../text';

type Words<K extends string> = Readonly<Record<K, Text>>;

/** Documents, as officials call them. */
export const documentWords: Words<DocumentKind> = {
  'resident-id': { zh: '居民身份证', en: 'Resident ID' },
  'hmt-residence-permit': { zh: '港澳台居民居住证', en: 'HK/Macao/Taiwan residence permit' },
  'foreign-permanent-residence': { zh: '外国人永久居留身份证', en: 'Permanent residence card' },
  'hk-macao-travel-permit': { zh: '港澳居民来往内地通行证', en: 'HK/Macao travel permit' },
  'taiwan-travel-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan travel permit' },
  passport: { zh: '护照', en: 'Passport' },
  other: { zh: '其他证件', en: 'Other document' },
};

/** The status at the time of the scan. */
export const colourWords: Words<StatusColour | 'grey'> = {
  green: { zh: '绿码', en: 'Green' },
  yellow: { zh: '黄码', en: 'Yellow' },
  red: { zh: '红码', en: 'Red' },
  grey: { zh: '灰码（无状态）', en: 'Grey (no status)' },
};

/** What staff were told. */
export const decisionWords: Words<Decision> = {
  admit: { zh: '放行', en: 'Admit' },
  refer: { zh: '复核', en: 'Refer' },
  refuse: { zh: '拒乘', en: 'Refuse' },
};

/** How a ride came to its end. */
export const closingWords: Words<ClosingReason> = {
  scan: { zh: '扫码', en: 'Scan' },
  'next-scan': { zh: '推定：下一次在别处扫码', en: 'Inferred: next scan elsewhere' },
  'longest-ride': { zh: '推定：最长乘车时间', en: 'Inferred: longest ride' },
  'end-of-service': { zh: '推定：运营结束', en: 'Inferred: end of service' },
  'end-of-sailing': { zh: '推定：航次结束', en: 'Inferred: end of sailing' },
  'usual-duration': { zh: '推定：同类行程的通常时长', en: 'Inferred: usual duration of such rides' },
};

/** W-34: what is known of an end that the usual duration gave; times as `HH:mm`. */
export const usualEndWords = (endedBy: string, exposedUntil?: string): Text => ({
  zh: `每 100 次同类行程有 95 次在 ${endedBy} 前结束${exposedUntil === undefined ? '' : `，查同乘算到 ${exposedUntil}`}`,
  en: `over by ${endedBy} in 95 of 100 such rides${exposedUntil === undefined ? '' : `, counted as aboard until ${exposedUntil} for exposure`}`,
});

/** Ends that no scan proves. */
export const inferredWords: Words<'from' | 'to'> = {
  from: { zh: '上车时间为推定', en: 'boarding inferred' },
  to: { zh: '下车时间为推定', en: 'alighting inferred' },
};

/** Doubts about a scan. */
export const flagWords: Words<ScanFlag> = {
  late: { zh: '迟到上传', en: 'delivered late' },
  'no-entry': { zh: '没有进站记录', en: 'no entry scan' },
  'impossible-travel': { zh: '两次扫码间不可能到达', en: 'impossible travel' },
  'far-from-venue': { zh: '离乘车点远', en: 'far from the venue' },
  'outside-service-hours': { zh: '运营时间外', en: 'outside service hours' },
  'clock-corrected': { zh: '手机时钟已校正', en: 'phone clock corrected' },
  unsigned: { zh: '离线记录未签名', en: 'kept offline without a signature' },
  unchecked: { zh: '人工录入，登记库未核对', en: 'typed by staff, no register asked' },
  'identity-claimed': { zh: '自报身份，尚未证明是本人', en: 'identity claimed, not proven yet' },
  'status-turned': { zh: '放行后状态转红', en: 'status turned red after the gate opened' },
  'many-scans': { zh: '同一人当日扫码过多', en: 'too many scans by one person in a day' },
  'off-trip': { zh: '车辆当时没有运行', en: 'vehicle on no trip' },
  'crowded-code': { zh: '短时间内扫码人数超出可能', en: 'more scans of the code than people fit' },
  'forwarded-code': { zh: '该码疑被转发', en: 'code seems to go round as a picture' },
  'moved-code': { zh: '乘车码疑不在该车上', en: 'code seems to hang elsewhere' },
};

/** Reasons of a verdict, in a few words. */
export const reasonWords: Words<ReasonCode> = {
  'identity-missing': { zh: '未实名', en: 'no identity' },
  'status-red': { zh: '红码', en: 'red status' },
  'status-yellow': { zh: '黄码', en: 'yellow status' },
  'status-missing': { zh: '无健康状态', en: 'no status' },
  'status-expired': { zh: '健康状态已过期', en: 'status expired' },
  'status-not-yet-valid': { zh: '健康状态未生效', en: 'status not yet valid' },
  'status-unavailable': { zh: '健康状态暂查不到', en: 'status unavailable' },
  'test-too-old': { zh: '核酸超过时限', en: 'test too old' },
  'test-positive': { zh: '核酸阳性', en: 'test positive' },
  'test-missing': { zh: '无核酸结果', en: 'no test' },
  'test-unavailable': { zh: '核酸结果暂查不到', en: 'test unavailable' },
  'code-revoked': { zh: '乘车码已停用', en: 'code revoked' },
  'code-forged': { zh: '伪造的乘车码', en: 'code forged' },
  'code-foreign': { zh: '外地乘车码', en: 'code of another city' },
  'code-unknown': { zh: '未知的码', en: 'code unknown' },
  'code-demonstration': { zh: '演示码', en: 'demonstration code' },
};

/** Staff by their role. */
export const staffRoleWords: Words<StaffRole> = {
  crew: { zh: '司乘人员', en: 'crew' },
  inspector: { zh: '安检员', en: 'inspector' },
  desk: { zh: '服务台', en: 'desk' },
  driver: { zh: '驾驶员', en: 'driver' },
  attendant: { zh: '乘务员', en: 'attendant' },
  'safety-officer': { zh: '安全员', en: 'safety officer' },
  'ticket-seller': { zh: '售票员', en: 'ticket seller' },
  'arrival-officer': { zh: '到站核验员', en: 'arrival officer' },
  'community-worker': { zh: '社区工作者', en: 'community worker' },
  'police-counter': { zh: '公安制证窗口', en: 'police counter' },
};

const boardingReasonWords: Readonly<Record<string, Text>> = {
  ...exceptionReasonWords,
  ...refusalReasonWords,
  ...reasonWords,
};

/** A reason of a verdict, of a refusal or of an exception in a few words; as it stands where no release knows it. */
export const boardingReasonText = (reason: string): Text => boardingReasonWords[reason] ?? { zh: reason, en: reason };

/** Both languages in one cell. */
export const both = ({ zh, en }: Text): string => (zh === en || en === '' ? zh : `${zh} ${en}`);
