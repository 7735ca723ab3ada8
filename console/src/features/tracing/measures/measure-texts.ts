import type { Text } from '@tongcheng/shared/text';
import type { CallOutcome, CallRow, MeasureKind } from '@tongcheng/shared/tracing/measures';
import type { RequestState } from '@tongcheng/shared/tracing/wire';

type Texts<K extends string> = Readonly<Record<K, Text>>;

/** What a measure is. */
export const measureTexts: Texts<MeasureKind> = {
  notify: { zh: '通知同乘人员', en: 'Tell those exposed' },
  'take-over': { zh: '接管病例', en: 'Take the case over' },
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
    zh: '每项措施由办理人申请，由另一种角色的另一人在二十四小时内批准；任何卫生部门的人都可以立即停止。',
    en: 'Who holds the case asks for each; another person in another role approves within 24 hours. Anybody of the health office can stop one at once.',
  },
  heldBy: { zh: '现在由 {name} 办理', en: 'Held by {name}' },
  none: { zh: '还没有措施。', en: 'There is no measure yet.' },
  askNotify: { zh: '申请通知同乘人员', en: 'Ask to tell those exposed' },
  askTakeOver: { zh: '申请接管', en: 'Ask to take it over' },
  atLeast: { zh: '通知到哪一级把握', en: 'Told are those exposed' },
  atLeastOf: { zh: '{certainty}及以上', en: 'at least: {certainty}' },
  reason: { zh: '理由（不写乘客姓名）', en: 'Reason (no rider’s name)' },
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
    zh: '共 {total} 人：短信已发 {sent}，待发 {waiting}，待打电话 {toCall}，电话联系上 {reached}，放弃 {givenUp}，停止 {stopped}',
    en: '{total} in all: message sent {sent}, to be sent {waiting}, to be phoned {toCall}, reached by phone {reached}, given up {givenUp}, stopped {stopped}',
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
  nextHours: { zh: '几小时后再打', en: 'Try again in hours' },
  unnamed: { zh: '没有实名或已注销', en: 'Never verified, or deleted' },
  stamp: { zh: '{name} 打开 {at} 措施 {measure}', en: 'Opened by {name} {at} measure {measure}' },
  shown: { zh: '待打 {total} 人，已显示 {shown} 人', en: '{total} to be phoned, {shown} shown' },
  done: { zh: '已生效。', en: 'Done.' },
} as const;
