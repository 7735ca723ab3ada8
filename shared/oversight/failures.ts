import { failureCatalogue } from '../failure-entry';

/** Refusals of officials' and staff's sign-in, which never tell which part was wrong, and of lists of who may come in. */
export const oversightFailures = failureCatalogue({
  'invitation-refused': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '邀请码无效、已用过或已过期。请向管理员索取新的邀请码。',
    en: 'The invitation is not valid, already used or expired. Ask your administrator for a new one.',
  },
  'staff-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到您的岗位记录。请向管理员要新的邀请码。',
    en: 'Your membership was not found. Ask the administrator for a new invitation.',
  },
  'credentials-refused': {
    status: 401,
    fault: 'caller',
    retry: 'after-change',
    zh: '用户名、密码或动态码不对。请核对后再试。',
    en: 'The name, password or one-time code is not right. Please check and try again.',
  },
  'account-locked': {
    status: 429,
    fault: 'caller',
    retry: 'later',
    zh: '从您所在的网络用这个用户名登录，错误次数太多。{until}（北京时间）之后可再试；换一个网络现在就可以登录。',
    en: 'Too many wrong tries under this name from your network. Try again after {until} (Beijing time), or sign in from another network now.',
  },
  'code-locked': {
    status: 429,
    fault: 'caller',
    retry: 'later',
    zh: '密码对而动态码错的登录太多，{until}（北京时间）之后才能登录。如果不是您本人，密码可能已被他人知道，请联系管理员重新发放登录信息。',
    en: 'There were too many tries with the right password and a wrong code: sign in after {until} (Beijing time). If that was not you, somebody may know your password: ask the administrator for new credentials.',
  },
  'invitation-limited': {
    status: 429,
    fault: 'caller',
    retry: 'after-change',
    zh: '邀请码不对，而且您所在的网络一分钟内错误太多。请核对邀请码：正确的邀请码现在就能用；否则请在 {until}（北京时间）之后再试。',
    en: 'The invitation is not valid, and there were too many wrong ones from your network within a minute. Check it: a right one works now; otherwise try again after {until} (Beijing time).',
  },
  'staff-not-yours': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这位工作人员，或不在您的管辖范围。请刷新名单。',
    en: 'This member of staff was not found, or is not within your cities and provinces. Load the list again.',
  },
  'invitation-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这个邀请码，或不在您的管辖范围。请刷新名单。',
    en: 'This invitation was not found, or is not within your cities and provinces. Load the list again.',
  },
  'official-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这位管理人员，或其管辖范围超出您的范围。请由上一级管理员停用。',
    en: 'This official was not found, or also acts where you do not. Ask an administrator who acts in all of their places.',
  },
  'official-is-you': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '不能停用自己的账户。请退出登录，或请另一位管理员停用。',
    en: 'Nobody revokes themselves. Sign out, or ask another administrator.',
  },
  'access-head-unreadable': {
    status: 400,
    fault: 'caller',
    retry: 'after-change',
    zh: '链头的形式是“日期 64 位十六进制数”，照邮件里“访问记录链”一行抄写即可。',
    en: 'A head is a day and 64 hexadecimal digits, as the line Access log of a report’s mail tells it.',
  },
});
