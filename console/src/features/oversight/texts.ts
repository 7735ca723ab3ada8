/** Texts of the console's door and frame. */
export const oversightTexts = {
  title: { zh: '同乘管理端', en: 'Tongcheng console' },
  login: { zh: '用户名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  passwordHint: {
    zh: '忘记密码或丢失认证应用时，请同事在“管理人员与角色”提议重发登录信息。',
    en: 'Lost it, or the authenticator? Have a colleague propose a new sign-in under Officials and roles.',
  },
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
  closeMenu: { zh: '关闭', en: 'Close' },
  skip: { zh: '跳到内容', en: 'Skip to content' },
  noCity: { zh: '您的账户还没有分配城市。请联系管理员。', en: 'Your account has no city yet. Ask the administrator.' },
  privacy: {
    zh: '这里的每次查看和下载都会记录。请不要转发个人信息。',
    en: 'Every look and download here is recorded. Do not pass personal details on.',
  },
} as const;

/** The tour at the first sign-in: a title and its words for each step. */
export const tourTexts = {
  titles: [
    { zh: '1/5 各项工作', en: '1 of 5: sections' },
    { zh: '2/5 城市', en: '2 of 5: the city' },
    { zh: '3/5 今日', en: '3 of 5: today' },
    { zh: '4/5 外观与语言', en: '4 of 5: appearance and language' },
    { zh: '5/5 您的姓名', en: '5 of 5: your name' },
  ],
  words: [
    { zh: '您的角色能做的事都在这里，按用途分组。', en: 'What your role can do, in groups.' },
    {
      zh: '所有页面都针对这座城市；负责多座时可以切换。',
      en: 'Every page is about this city; change it where you have several.',
    },
    {
      zh: '每天从“今日”开始：出了什么问题，什么等您处理。点一行就到处理的地方。',
      en: 'A day begins with Today: what is wrong, what waits for you. Each line leads to where it is done.',
    },
    { zh: '浅色、深色或跟随系统；旁边可以切换语言。', en: 'Light, dark or as the system; the language is beside it.' },
    {
      zh: '请写上您的姓名，同事才知道是谁提议、谁批准。',
      en: 'Give your name, so that colleagues know who proposes and approves.',
    },
  ],
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '上一步', en: 'Back' },
  end: { zh: '知道了', en: 'Done' },
} as const;
