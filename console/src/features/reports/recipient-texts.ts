import type { RecipientMedium } from '@tongcheng/shared/reports/wire';
import type { Text } from '@tongcheng/shared/text';

/** Texts of the list of recipients. */
export const recipientTexts = {
  title: { zh: '报表收件人', en: 'Recipients of reports' },
  rule: {
    zh: '新增或移除收件人需要两位工作人员：一位提议，另一位批准。新增还要收件人按邮件或微信消息确认；从批准起留出一段时间（通常一天）才开始发送。',
    en: 'A change takes two officials: one proposes, another approves. A new recipient also confirms by the mail or message; sending starts some time after the approval, usually a day.',
  },
  address: { zh: '邮箱', en: 'E-mail address' },
  addressHint: {
    zh: '单位邮箱，不用个人邮箱。批准后先收到一封请求确认的邮件。',
    en: 'An office’s, not a person’s own. Once approved, a mail asks it to confirm.',
  },
  recipient: { zh: '收件人', en: 'Recipient' },
  medium: { zh: '发到', en: 'Send by' },
  account: { zh: '微信 OpenID', en: 'WeChat OpenID' },
  accountHint: {
    zh: '单位的微信账号先关注本系统的服务号，再由系统管理员查出它的 OpenID（o 开头的 28 个字符）。只发一条带链接的消息，消息里没有姓名和人数。',
    en: 'The bureau’s WeChat account follows the service account of this system; its administrator then looks up the OpenID (28 characters that begin with o). Only a message with a link is sent; it holds no names and no figures.',
  },
  form: { zh: '内容', en: 'Form' },
  full: { zh: '完整（含姓名和号码）', en: 'Full (names and numbers)' },
  masked: { zh: '脱敏', en: 'Masked' },
  fullNeedsProtection: {
    zh: '只有城市设置用密码或链接保护报表时才发送完整版；设置为无保护（none）时，所有收件人只收到脱敏版。',
    en: 'The full form is sent only where the city’s settings protect reports by password or link; where they say none, everybody gets the masked form.',
  },
  state: { zh: '状态', en: 'State' },
  proposed: { zh: '提议', en: 'Proposed' },
  approvedBy: { zh: '{who} 批准', en: 'Approved by {who}' },
  approvedFrom: { zh: '{who} 批准，{from} 起', en: 'Approved by {who}, from {from}' },
  act: { zh: '操作', en: 'Action' },
  propose: { zh: '提议新收件人', en: 'Propose a recipient' },
  proposeNext: {
    zh: '提议后，需要您以外的另一位工作人员批准，再由收件人按邮件或消息中的链接确认；从批准起通常满一天开始发送。',
    en: 'After this another official has to approve, then the recipient confirms by the link in the mail or message; sending starts usually a day after the approval.',
  },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '批准的人会看到。', en: 'Whoever approves sees it.' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '否决', en: 'Reject' },
  remove: { zh: '移除', en: 'Remove' },
  proposeRemoval: { zh: '提议移除', en: 'Propose removal' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawAsk: {
    zh: '撤回您关于 {address} 的提议：不再等人批准，可以重新提议。',
    en: 'Withdraw what you proposed about {address}: it waits for nobody any more, and you may propose anew.',
  },
  approveAsk: {
    zh: '批准 {proposer} 的提议：把{form}报表发给 {address}。',
    en: 'Approve what {proposer} proposed: reports ({form}) go to {address}.',
  },
  approveRemovalAsk: {
    zh: '批准 {proposer} 的提议：不再把报表发给 {address}。',
    en: 'Approve what {proposer} proposed: no more reports to {address}.',
  },
  rejectAsk: { zh: '否决 {proposer} 关于 {address} 的提议。', en: 'Reject what {proposer} proposed about {address}.' },
  removeAsk: {
    zh: '提议不再把报表发给 {address}。需要另一位工作人员批准；批准前照常发送。',
    en: 'Propose that no more reports go to {address}. Another official has to approve; until then they are sent as before.',
  },
  waitsForOther: {
    zh: '等待 {proposer} 以外的另一位工作人员批准',
    en: 'Waits for an official other than {proposer}',
  },
  isPast: {
    zh: '{proposer} 的提议过了一周没有批准，只能否决，再重新提议',
    en: 'What {proposer} proposed was not approved within a week: reject it, then propose anew',
  },
  because: { zh: '原因：{reason}', en: 'Reason: {reason}' },
  waitsForRecipient: {
    zh: '等待收件人按邮件或消息中的链接确认',
    en: 'Waits for the recipient to confirm by the link in the mail or message',
  },
  askFailed: {
    zh: '请求确认的邮件或消息没有发出（{why}），不再重试。请核对地址：提议移除，再提议正确的收件人。',
    en: 'The mail or message that asks for confirmation did not go out ({why}) and is not tried again. Check the address: propose its removal, then the right recipient.',
  },
  askAgain: {
    zh: '请求确认的邮件或消息没有发出（{why}），{time} 左右再试',
    en: 'The mail or message that asks for confirmation did not go out ({why}); it is tried again about {time}',
  },
  waitsForDay: { zh: '已确认，{time} 起发送', en: 'Confirmed, sending starts {time}' },
  own: { zh: '您提议的，须由他人批准', en: 'Yours: someone else approves' },
  empty: {
    zh: '还没有收件人。有了确认过的收件人，每天的报表会自动发送。',
    en: 'No recipients yet. Once one is confirmed, each day’s report is sent by itself.',
  },
  confirming: { zh: '确认接收报表', en: 'Confirm receiving reports' },
  confirmAsk: {
    zh: '确认后，会向您发送每日报表，通常从批准起满一天开始。其中可能有个人信息，请妥善保管，不要转发。',
    en: 'After this, daily reports are sent to you, usually beginning a day after the approval. They may hold personal details: keep them safe and do not pass them on.',
  },
  confirm: { zh: '确认接收', en: 'Confirm' },
  confirmed: { zh: '已确认：{address}', en: 'Confirmed: {address}' },
} as const;

/** By which way a recipient is reached, in words. */
export const recipientMediumNames = {
  mail: { zh: '邮箱', en: 'E-mail' },
  wechat: { zh: '微信服务号消息', en: 'WeChat message' },
} as const satisfies Readonly<Record<RecipientMedium, Text>>;

/** The states of a recipient in words. */
export const recipientStates = {
  proposed: { zh: '已提议', en: 'Proposed' },
  approved: { zh: '已批准', en: 'Approved' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  'removal-proposed': { zh: '提议移除', en: 'Removal proposed' },
  removed: { zh: '已移除', en: 'Removed' },
} as const satisfies Readonly<Record<string, Text>>;
