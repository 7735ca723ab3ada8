/** Texts of the console's door and frame. */
export const oversightTexts = {
  title: { zh: '同乘管理端', en: 'Tongcheng console' },
  login: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  totp: { zh: '动态码', en: 'One-time code' },
  totpHint: { zh: '认证应用里当前的 6 位数字', en: 'The six digits your authenticator shows now' },
  signIn: { zh: '登录', en: 'Sign in' },
  ownName: { zh: '您的姓名', en: 'Your name' },
  ownNameHint: {
    zh: '其他官员看到谁提议、谁批准时，显示这个姓名。修改会留下记录。',
    en: 'Others see it where somebody proposes or approves. A change is on record.',
  },
  saveName: { zh: '保存', en: 'Save' },
  signOut: { zh: '退出', en: 'Sign out' },
  city: { zh: '城市', en: 'City' },
  sections: { zh: '栏目', en: 'Sections' },
  skip: { zh: '跳到内容', en: 'Skip to content' },
  noCity: { zh: '您的账户还没有分配城市。请联系管理员。', en: 'Your account has no city yet. Ask the administrator.' },
  privacy: {
    zh: '这里的每次查看和下载都会记录。请不要转发个人信息。',
    en: 'Every look and download here is recorded. Do not pass personal details on.',
  },
} as const;
