import type { OfficialChangeKind } from '@tongcheng/shared/oversight/official-change';
import type { AccessFault, AccessPurpose, AccessRow } from '@tongcheng/shared/oversight/wire';
import { manifestPurposeTexts } from '@tongcheng/shared/reports/coach-words';
import type { Text } from '@tongcheng/shared/text';

/** Texts of the access log. */
export const accessLogTexts = {
  title: { zh: '访问记录', en: 'Access log' },
  rule: {
    zh: '个人信息在被打开之前先记录在此，任何人都不能修改。只有编号、目的与数量，不含乘客的个人信息。您的查看和导出也会记录。半年以前的日子在归档文件里，由运维人员用 npm run audit 查阅。',
    en: 'Personal data is opened only after an entry here, which nobody can edit. It holds ids, purposes and counts and no personal data of riders. Your reading and each file that you take out are recorded too. Days older than half a year are in files that operations read with npm run audit.',
  },
  days: { zh: '日期', en: 'Days' },
  day: { zh: '行程日期', en: 'Day of the rides' },
  objectId: { zh: '对象编号', en: 'Id of what was opened' },
  detailsOf: { zh: '访问记录详情', en: 'Entry of the access log' },
  proof: { zh: '链头', en: 'Head of the chain' },
  purpose: { zh: '目的', en: 'Purpose' },
  all: { zh: '全部', en: 'All' },
  actor: { zh: '谁', en: 'Who' },
  who: { zh: '谁', en: 'Who' },
  whoHint: { zh: '用户名、姓名、收件地址或编号', en: 'Login, name, address or id' },
  about: { zh: '对象', en: 'What was opened' },
  aboutHint: { zh: '报表、申诉或人员的编号', en: 'Id of a report, an appeal or a person on duty' },
  search: { zh: '查询', en: 'Search' },
  time: { zh: '时间', en: 'Time' },
  object: { zh: '对象', en: 'What' },
  report: { zh: '{day} 的报表，第 {version} 版，{form}', en: 'Report of {day}, version {version}, {form}' },
  full: { zh: '完整版', en: 'full' },
  masked: { zh: '脱敏版', en: 'masked' },
  ofDays: { zh: '{from} 至 {to} 的记录', en: 'Entries of {from} to {to}' },
  addedAs: { zh: '增加管理人员：{roles}', en: 'an official is added: {roles}' },
  reason: { zh: '原因与数量', en: 'Reason and counts' },
  entry: { zh: '编号', en: 'Entry' },
  none: { zh: '这些日子里没有符合条件的记录。', en: 'No entry of these days fits.' },
  noneYet: { zh: '这一页没有符合的记录，可以继续往前找。', en: 'Nothing on this page fits; look further back.' },
  more: { zh: '更早的记录', en: 'Earlier entries' },
  first: { zh: '回到最新', en: 'Back to the latest' },
  checkTitle: { zh: '核对完整性', en: 'Check that it is whole' },
  checkRule: {
    zh: '沿着链条核对所选日子，指出第一处被改、被删或被加的记录。填入某天报表邮件里的“访问记录链”，连最新记录与链头一起被删也能发现。',
    en: 'Follows the chains of the chosen days and names the first entry that was changed, removed or added. With the line “Access log” of a report’s mail it also finds newest entries that were removed together with their heads.',
  },
  head: { zh: '邮件里的链头（可不填）', en: 'Head from a mail (optional)' },
  check: { zh: '开始核对', en: 'Check' },
  whole: { zh: '完整：核对了 {entries} 条。', en: 'Whole: {entries} entries were followed.' },
  broken: {
    zh: '第一处不符：{entry}——{why}。请保留现场，立即报告负责人，不要重启或恢复备份。',
    en: 'First entry that does not fit: {entry} – {why}. Keep everything as it is and tell whoever is in charge at once; restart and restore nothing.',
  },
} as const;

/** Why personal data was opened. */
export const purposeTexts = {
  'daily-report': { zh: '生成日报', en: 'Forming a daily report' },
  'report-download': { zh: '下载报表', en: 'Downloading a report' },
  'report-password': { zh: '查看报表密码', en: 'Reading a report’s password' },
  'report-delivery': { zh: '发送报表', en: 'Sending a report' },
  'report-recipients': { zh: '变更收件人', en: 'Changing recipients' },
  'own-data': { zh: '乘客导出自己的信息', en: 'A rider’s export of their own data' },
  'card-unlinked': { zh: '服务台解除或挂失交通卡', en: 'Unlinking or blocking a card at a desk' },
  'identity-proof': { zh: '证明账户是本人的（服务台或人脸核验）', en: 'Proving an account (desk or face check)' },
  'staff-comparison': { zh: '工作人员核对证件', en: 'Staff comparing a document' },
  'status-query': { zh: '查询健康状态', en: 'Asking for a health status' },
  appeal: { zh: '处理申诉', en: 'Handling an appeal' },
  'official-credentials': { zh: '管理人员凭据', en: 'Officials’ credentials' },
  'staff-access': { zh: '停用工作人员', en: 'Revoking staff' },
  'device-keys': { zh: '设备密钥', en: 'Device keys' },
  'partner-keys': { zh: '合作系统密钥', en: 'Partner keys' },
  'admission-rules': { zh: '准入规则', en: 'Admission rules' },
  tracing: { zh: '病例溯源', en: 'Tracing a case' },
  'access-log': { zh: '查看访问记录', en: 'Reading this log' },
  'city-removed': { zh: '移除城市', en: 'Removing a city' },
  'verdict-replay': { zh: '核对过去的判定', en: 'Replaying verdicts of the past' },
  'ledger-filed': { zh: '台账入库', en: 'Filing a ledger' },
  'coach-manifest': { zh: '打开客车乘客清单', en: 'Opening a coach’s manifest' },
  'coach-extract': { zh: '客运登记摘录', en: 'Extract of coach registrations' },
  'temporary-pass': { zh: '办理或出示临时乘车身份证明', en: 'Temporary identity pass applied for or shown' },
  'coach-fleet': { zh: '运营单位的车辆和班线', en: 'Vehicles and lines of an operator' },
} as const satisfies Readonly<Record<AccessPurpose, Text>>;

/** What is counted in an entry. */
export const countTexts: Readonly<Record<string, Text>> = {
  riders: { zh: '乘客', en: 'riders' },
  rows: { zh: '行程', en: 'journeys' },
  scans: { zh: '扫码', en: 'scans' },
  matches: { zh: '同乘', en: 'matches' },
  departures: { zh: '班次', en: 'departures' },
  passengers: { zh: '乘客', en: 'passengers' },
  events: { zh: '班次记录', en: 'records of departures' },
};

const acts = {
  propose: { zh: '提议', en: 'proposed' },
  approve: { zh: '批准', en: 'approved' },
  reject: { zh: '否决', en: 'rejected' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  use: { zh: '本人用链接完成', en: 'completed by its link' },
} as const;
const changes = {
  add: { zh: '增加管理人员', en: 'an official is added' },
  change: { zh: '改变角色或范围', en: 'other roles or places' },
  remove: { zh: '停用管理人员', en: 'an official is removed' },
  credentials: { zh: '重发登录信息', en: 'a new sign-in' },
} as const satisfies Readonly<Record<OfficialChangeKind, Text>>;

/** Steps of changes about officials: `propose-add`, `approve-remove` … */
const officialChangeReasons: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(changes).flatMap(([kind, change]) =>
    Object.entries(acts).map(([act, word]) => [
      `${act}-${kind}`,
      { zh: `${word.zh}：${change.zh}`, en: `${word.en}: ${change.en}` },
    ]),
  ),
);

/** Reasons that the product gives itself; what people typed stands as they typed it. */
export const ownReasonTexts: Readonly<Record<string, Text>> = {
  ...acts,
  ...officialChangeReasons,
  name: { zh: '填写姓名', en: 'name given' },
  'end-sign-in': { zh: '结束登录', en: 'sign-in ended' },
  'set-vehicle': { zh: '登记或更改车辆', en: 'vehicle added or changed' },
  'end-vehicle': { zh: '停用车辆', en: 'vehicle out of use' },
  'remove-vehicle': { zh: '删除登记错的车辆', en: 'vehicle removed that was added by mistake' },
  'set-line': { zh: '登记或更改班线', en: 'line added or changed' },
  'end-line': { zh: '停用班线', en: 'line out of use' },
  'remove-line': { zh: '删除登记错的班线', en: 'line removed that was added by mistake' },
  'visitor-code': { zh: '生成来访司乘码', en: 'visitor code posted' },
  seed: { zh: '安装时设定', en: 'set at the installation' },
  release: { zh: '放行', en: 'released' },
  'send-again': { zh: '重新发送', en: 'sent again' },
  revoke: { zh: '停用', en: 'revoked' },
  register: { zh: '登记', en: 'registered' },
  'propose-removal': { zh: '提议移除', en: 'removal proposed' },
  confirm: { zh: '收件人确认', en: 'confirmed by the recipient' },
  decide: { zh: '核对并答复', en: 'reviewed to be answered' },
  'call-back': { zh: '给本人回电', en: 'calling the rider back' },
  oversight: { zh: '监督检查', en: 'oversight' },
  'open-case': { zh: '立案', en: 'case opened' },
  'count-exposed': { zh: '查看同乘数量', en: 'exposures counted' },
  'request-names': { zh: '申请名单', en: 'names requested' },
  'approve-request': { zh: '批准名单', en: 'names approved' },
  'reject-request': { zh: '否决名单', en: 'names rejected' },
  'open-names': { zh: '打开名单', en: 'names opened' },
  'end-request': { zh: '收回名单', en: 'names closed again' },
  'close-case': { zh: '结案', en: 'case closed' },
  'ask-extract': { zh: '申请摘录', en: 'extract of a case requested' },
  'ask-hold': { zh: '申请留存', en: 'legal hold requested' },
  'approve-hold': { zh: '批准留存', en: 'legal hold approved' },
  'reject-hold': { zh: '否决留存', en: 'legal hold rejected' },
  'ask-end-hold': { zh: '申请结束留存', en: 'end of a hold requested' },
  'approve-end-hold': { zh: '批准结束留存', en: 'end of a hold approved' },
  'reject-end-hold': { zh: '否决结束留存', en: 'end of a hold rejected' },
  'end-end-hold': { zh: '收回结束留存', en: 'end of a hold withdrawn' },
  'ask-delay': { zh: '申请推迟告知', en: 'lawful delay requested' },
  'approve-delay': { zh: '批准推迟告知', en: 'lawful delay approved' },
  'reject-delay': { zh: '否决推迟告知', en: 'lawful delay rejected' },
  'end-delay': { zh: '收回推迟告知', en: 'lawful delay withdrawn' },
  'ask-second-step': { zh: '申请第二步', en: 'second step requested' },
  'approve-second-step': { zh: '批准第二步', en: 'second step approved' },
  'reject-second-step': { zh: '否决第二步', en: 'second step rejected' },
  'end-second-step': { zh: '收回第二步', en: 'second step withdrawn' },
  'end-hold': { zh: '收回留存', en: 'legal hold withdrawn' },
  'copy-for-hold': { zh: '复制留存', en: 'copied for a legal hold' },
  'open-hold': { zh: '打开留存', en: 'legal hold opened' },
  'open-second-step': { zh: '打开第二步名单', en: 'second step opened' },
  'export-extract': { zh: '导出摘录文件', en: 'extract taken out as a file' },
  'ask-notify': { zh: '申请通知同乘人员', en: 'notice to those exposed requested' },
  'approve-notify': { zh: '批准通知同乘人员', en: 'notice to those exposed approved' },
  'reject-notify': { zh: '否决通知同乘人员', en: 'notice to those exposed rejected' },
  'end-notify': { zh: '停止通知同乘人员', en: 'notice to those exposed stopped' },
  'prepare-notices': { zh: '列出要通知的人', en: 'those to be told listed' },
  'open-calls': { zh: '打开电话名单', en: 'call list opened' },
  'call-reached': { zh: '电话：已联系上', en: 'call: reached' },
  'call-no-answer': { zh: '电话：无人接听', en: 'call: no answer' },
  'call-call-later': { zh: '电话：约定再打', en: 'call: to call later' },
  'call-wrong-number': { zh: '电话：号码不对', en: 'call: wrong number' },
  'call-unreachable': { zh: '电话：联系不上', en: 'call: unreachable' },
  'ask-take-over': { zh: '申请接管病例', en: 'taking over a case requested' },
  'approve-take-over': { zh: '批准接管病例', en: 'taking over a case approved' },
  'reject-take-over': { zh: '否决接管病例', en: 'taking over a case rejected' },
  'end-take-over': { zh: '收回接管', en: 'taking over a case ended' },
  'exposure-notice': { zh: '通知同乘人员', en: 'telling those exposed' },
  'request-extract': { zh: '申请摘录', en: 'extract requested' },
  'approve-extract': { zh: '批准摘录', en: 'extract approved' },
  'reject-extract': { zh: '否决摘录', en: 'extract rejected' },
  'open-extract': { zh: '打开摘录', en: 'extract opened' },
  'end-extract': { zh: '收回摘录', en: 'extract closed again' },
  ...manifestPurposeTexts,
  export: { zh: '导出文件', en: 'taken out as a file' },
  'add-key': { zh: '新增密钥', en: 'key added' },
  'revoke-key': { zh: '停用密钥', en: 'key revoked' },
};

/** Kinds of those who looked. */
export const actorTexts = {
  official: { zh: '管理人员', en: 'Official' },
  staff: { zh: '工作人员', en: 'Staff' },
  rider: { zh: '乘客本人', en: 'The rider' },
  timer: { zh: '定时任务', en: 'Timer' },
  recipient: { zh: '报表收件人', en: 'Recipient of reports' },
  installation: { zh: '运维人员', en: 'Operations' },
} as const satisfies Readonly<Record<AccessRow['actor'], Text>>;

/** What does not fit. */
export const accessFaultTexts = {
  changed: { zh: '内容被改动', en: 'it was changed' },
  missing: { zh: '这一条不见了', en: 'this entry is gone' },
  added: { zh: '事后加入', en: 'it was added afterwards' },
  'anchor-changed': { zh: '这一天的链头不符', en: 'the head of this day does not fit' },
  'anchor-missing': { zh: '缺少这一天的链头', en: 'the head of this day is missing' },
  emptied: { zh: '记录被清空', en: 'the log was emptied' },
} as const satisfies Readonly<Record<AccessFault, Text>>;
