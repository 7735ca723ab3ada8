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
    zh: '错误次数太多，账户暂时锁定。请稍后再试或联系管理员。',
    en: 'Too many wrong tries: the account is locked for a while. Try later or ask the administrator.',
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
});
