import type { Text } from '@tongcheng/shared/text';
import type { CallOutcome, CallRow, Measure, MeasureKind } from '@tongcheng/shared/tracing/measures';
import type { RequestState } from '@tongcheng/shared/tracing/wire';

type Texts<K extends string> = Readonly<Record<K, Text>>;

/** What a measure is. */
export const measureTexts: Texts<MeasureKind> = {
  notify: { zh: '通知同乘人员', en: 'Tell those exposed' },
  'take-over': { zh: '接管病例', en: 'Take the case over' },
  extract: { zh: '给有关部门的摘录', en: 'Extract for an authority' },
  hold: { zh: '留存', en: 'Legal hold' },
  'end-hold': { zh: '结束留存', en: 'End the hold' },
  delay: { zh: '推迟告知乘客', en: 'Delay what riders see' },
  'second-step': { zh: '第二步：同乘者的同乘者', en: 'Two steps out' },
};

/** What an approval of it does. */
export const measureAskTexts: Texts<MeasureKind> = {
  notify: {
    zh: '批准后，系统给名单上的每个人发一条短信，只请对方联系卫生部门，不提病例、日期和车辆；短信没有送达的人进入电话名单。',
    en: 'Each of those exposed then gets one message. It asks them to call the health office and says nothing of case, day or vehicle; whom no message reaches is put on the call list.',
  },
  'take-over': {
    zh: '批准后，这个病例由申请人办理：措施由其申请，电话名单对其开放，对原来的办理人关闭。',
    en: 'The officer who asks then holds the case: they ask for measures, and the call list opens to them and closes to who held it before.',
  },
  extract: {
    zh: '批准后二十四小时内，名单对办理人和批准人打开，可导出文件；每一行都带接收单位、打开人和时间。每次打开、每个文件先记录。',
    en: 'For 24 hours the list opens to who holds the case and who approved, and may be taken out as a file; each row carries the receiver, who opened it and when. Each opening and each file is on record first.',
  },
  hold: {
    zh: '批准后，把名单和病例本人的行程复制一份，用单独的密钥封存到所说的日子；当天的密钥照常销毁。到期或由两人提前结束后，这把密钥销毁，不能再打开。结案不影响留存。',
    en: 'The list and the rides of the index rider are copied under a key of their own until the day named; the keys of the days go as they would. When it is over, or two persons end it, that key is destroyed and nothing opens it again. Closing the case leaves it.',
  },
  'end-hold': {
    zh: '批准后立即销毁留存的密钥，不能恢复。',
    en: 'The key of the held copy is destroyed at once, and nothing brings it back.',
  },
  delay: {
    zh: '批准后，这个病例打开过谁的资料，本人到所说的日子过后才看到；记录照常写入，到期自行恢复，不能延长过三十天。',
    en: 'Riders see that this case opened something of theirs only after the day named. The entries are written as always; it ends by itself, after thirty days at most.',
  },
  'second-step': {
    zh: '批准后，在本市规定的时间内打开同乘者在被暴露之后又与谁同乘；最多看把握最大的五十名同乘者。',
    en: 'For the time that the city sets, it opens whom those exposed rode with after they were exposed: of the fifty surest of them at most.',
  },
};

type AskedExtract = Extract<Measure, { readonly kind: 'extract' }>;

/** Which authority an extract is for. */
export const traceRecipientTexts: Texts<AskedExtract['recipient']> = {
  'disease-control': { zh: '疾病预防控制机构', en: 'Disease control' },
  'health-commission': { zh: '卫生健康委员会', en: 'Health commission' },
  'health-office-elsewhere': { zh: '外地卫生部门（协查）', en: 'Health office of another place' },
};

/** What an extract is for. */
export const tracePurposeTexts: Texts<AskedExtract['purpose']> = {
  'contact-management': { zh: '密切接触者管理', en: 'Care of contacts' },
  'joint-investigation': { zh: '协查', en: 'Joint investigation' },
  'report-to-superior': { zh: '上报', en: 'Report to a superior office' },
};

/** Where a measure stands. */
export const measureStateTexts: Texts<RequestState> = {
  open: { zh: '待批准', en: 'Waits for approval' },
  expired: { zh: '已过期，未批准', en: 'Expired, not approved' },
  approved: { zh: '已批准，生效中', en: 'Approved, in force' },
  rejected: { zh: '已否决', en: 'Rejected' },
  withdrawn: { zh: '已收回', en: 'Withdrawn' },
  ended: { zh: '已结束', en: 'Ended' },
};

const endReasons: Readonly<Record<string, Text>> = {
  'close-case': { zh: '病例已结案', en: 'The case was closed' },
  over: { zh: '到期', en: 'Its time was over' },
};

/** Why a measure ended: what the product says in words, what somebody typed as it was typed. */
export const endReasonText = (reason: string): Text => endReasons[reason] ?? { zh: reason, en: reason };

/** What came of a call. */
export const callOutcomeTexts: Texts<CallOutcome> = {
  reached: { zh: '已联系上', en: 'Reached' },
  'no-answer': { zh: '无人接听', en: 'No answer' },
  'call-later': { zh: '约定再打', en: 'To call later' },
  'wrong-number': { zh: '号码不对（不再打）', en: 'Wrong number (given up)' },
  unreachable: { zh: '联系不上（不再打）', en: 'Unreachable (given up)' },
};

/** Why somebody is phoned. */
export const becauseTexts: Texts<CallRow['because']> = {
  'no-phone': { zh: '没有手机号', en: 'no phone number' },
  refused: { zh: '短信被拒收', en: 'the message was refused' },
  'no-notifier': { zh: '没有配置短信', en: 'no messages are configured' },
  unsure: { zh: '不能确定短信是否发出', en: 'it is not certain that a message went out' },
  away: { zh: '短信服务一直不可用', en: 'the message service stayed away' },
};

/** Texts of measures and of the call list. */
export const measuresTexts = {
  title: { zh: '措施', en: 'Measures' },
  rule: {
    zh: '每项措施由办理人申请，由另一种角色的另一人在二十四小时内批准；卫生部门的任何人都可以立即停止；留存须由两人结束，推迟告知到期自行结束。',
    en: 'Who holds the case asks for each; another person in another role approves within 24 hours. Anybody of the health office can stop one at once; a hold is ended by two persons, a delay by itself.',
  },
  heldBy: { zh: '现在由 {name} 办理', en: 'Held by {name}' },
  none: { zh: '还没有措施。', en: 'There is no measure yet.' },
  ask: { zh: '申请', en: 'Ask for it' },
  askFor: { zh: '申请：{measure}', en: 'Ask: {measure}' },
  until: { zh: '到哪一天（含）', en: 'Until which day (included)' },
  untilHint: {
    zh: '留存最长 366 天，推迟告知最长 30 天；到期自行结束。',
    en: 'A hold lasts 366 days at most, a delay 30; each ends by itself.',
  },
  recipient: { zh: '接收部门', en: 'Authority' },
  receiver: { zh: '接收单位', en: 'Office that gets it' },
  receiverHint: {
    zh: '如：区疾控中心 流调科。摘录的每一行都带着它。',
    en: 'For example the office and its team; each row of the extract carries it.',
  },
  purpose: { zh: '用途', en: 'Purpose' },
  open: { zh: '记录并打开', en: 'Record and open' },
  more: { zh: '再打开 {n} 人（记录）', en: 'Open {n} more (on record)' },
  nobody: { zh: '没有可以打开的人。', en: 'There is nobody to be shown.' },
  listed: { zh: '共 {total} 人，已显示 {shown} 人', en: '{total} in all, {shown} shown' },
  stampFor: { zh: '{stamp} 接收单位 {receiver}', en: '{stamp} for {receiver}' },
  mark: { zh: '水印', en: 'Watermark' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  document: { zh: '证件（遮蔽）', en: 'Document (masked)' },
  atLeast: { zh: '通知到哪一级把握', en: 'Told are those exposed' },
  atLeastHint: {
    zh: '把握更小的人不通知。',
    en: 'Those of whom it is less sure are not told.',
  },
  atLeastOf: { zh: '{certainty}及以上', en: 'at least: {certainty}' },
  reason: { zh: '理由（不写乘客姓名）', en: 'Reason (no rider’s name)' },
  reasonHint: { zh: '批准的人会看到。', en: 'Whoever approves sees it.' },
  endReasonHint: { zh: '显示在这项措施里。', en: 'It stands with the measure.' },
  endedBecause: { zh: '结束原因', en: 'Why it ended' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '否决', en: 'Reject' },
  stop: { zh: '立即停止', en: 'Stop at once' },
  withdraw: { zh: '收回', en: 'Withdraw' },
  stopAsk: {
    zh: '立即生效，不能恢复；还没有通知的人不再通知，名单的密钥随即销毁。',
    en: 'It holds at once and for ever: whoever was not told yet is not told, and the key of the list is destroyed.',
  },
  rejectAsk: { zh: '否决后不能再批准。', en: 'It can then no longer be approved.' },
  own: { zh: '这是您自己的申请，须由另一人批准。', en: 'This is your own: another person decides it.' },
  holdsUntil: { zh: '有效至', en: 'Holds until' },
  ended: { zh: '结束', en: 'Ended' },
  progress: { zh: '进度', en: 'Progress' },
  progressOf: {
    zh: '共 {total} 人：已发消息 {sent}（其中应用内 {sentInApp}），待发 {waiting}，待打电话 {toCall}，电话联系上 {reached}，放弃 {givenUp}，停止 {stopped}',
    en: '{total} in all: message sent {sent}, {sentInApp} of them inside the app, to be sent {waiting}, to be phoned {toCall}, reached by phone {reached}, given up {givenUp}, stopped {stopped}',
  },
  calls: { zh: '电话名单', en: 'Call list' },
  callsHint: {
    zh: '打开前先记录，名单上的每个人都会看到卫生部门查看过。',
    en: 'It is on record first, and each person on it sees that the health office looked.',
  },
  openCalls: { zh: '记录并打开电话名单', en: 'Record and open the call list' },
  noCalls: { zh: '没有要打的电话。', en: 'There is nobody to be phoned.' },
  hide: { zh: '收起', en: 'Hide' },
  whom: { zh: '打给谁', en: 'Whom' },
  why: { zh: '为什么打电话', en: 'Why they are phoned' },
  made: { zh: '已打的电话', en: 'Calls so far' },
  next: { zh: '下次', en: 'Next try' },
  outcome: { zh: '结果', en: 'Outcome' },
  record: { zh: '记下结果', en: 'Record the call' },
  callReason: { zh: '说明（可不填）', en: 'Remark (may be left out)' },
  callReasonHint: {
    zh: '打开名单的同事会看到，例如“家人接听”。不写病情。',
    en: 'Colleagues who open the list see it, as “a relative answered”. Nothing of anybody’s health.',
  },
  nextHours: { zh: '几小时后再打', en: 'Try again in hours' },
  unnamed: { zh: '没有实名或已注销', en: 'Never verified, or deleted' },
  stamp: { zh: '{name} 打开 {at} 措施 {measure}', en: 'Opened by {name} {at} measure {measure}' },
  shown: { zh: '待打 {total} 人，已显示 {shown} 人', en: '{total} to be phoned, {shown} shown' },
  done: { zh: '已生效。', en: 'Done.' },
} as const;
