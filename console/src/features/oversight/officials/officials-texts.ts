import type { OfficialRole } from '@tongcheng/shared/access';
import type { OfficialChangeKind } from '@tongcheng/shared/oversight/official-change';
import type { Text } from '@tongcheng/shared/text';

/** Texts of the officials' list and of changes about them. */
export const officialsTexts = {
  title: { zh: '管理人员与角色', en: 'Officials and roles' },
  rule: {
    zh: '增加、改变、停用和重发登录信息都要两个人：一人提议，另一人批准，其中一人是管理员。每一步都记入访问记录。要立即停用某人，请到“人员与设备”。',
    en: 'Adding, changing, removing and giving a new sign-in take two persons: one proposes, another approves, one of them an administrator. Each step is in the access log. To stop somebody at once use People and devices.',
  },
  add: { zh: '增加管理人员', en: 'Add an official' },
  waiting: { zh: '等待处理', en: 'Waiting' },
  noneWaiting: { zh: '没有等待批准的变更。', en: 'No change waits for approval.' },
  all: { zh: '管理人员', en: 'Officials' },
  none: { zh: '这里没有。', en: 'There is nobody here.' },
  name: { zh: '姓名', en: 'Name' },
  roles: { zh: '角色', en: 'Roles' },
  places: { zh: '管理范围', en: 'Places' },
  state: { zh: '状态', en: 'State' },
  act: { zh: '操作', en: 'Action' },
  you: { zh: '您', en: 'you' },
  sessions: { zh: '{n} 处登录', en: 'Sessions open: {n}' },
  revoked: { zh: '{time} 已停用', en: 'Revoked {time}' },
  wholeProvince: { zh: '{name}（全省）', en: '{name} (whole province)' },
  beyond: {
    zh: '也管理您范围以外的地方，由上一级提议变更',
    en: 'Also acts outside your places: changes are proposed there',
  },
  everything: { zh: '全部', en: 'All' },
  maySignIn: { zh: '可以登录', en: 'May sign in' },
  areRevoked: { zh: '已停用', en: 'Revoked' },
  isWaiting: { zh: '有变更等待处理', en: 'A change is waiting' },
} as const;

/** Texts of the form that proposes. */
export const proposalTexts = {
  login: { zh: '用户名', en: 'Login' },
  loginHint: {
    zh: '登录时使用，以后不能改。2 到 40 个小写字母、数字、点或横线，例如 wang.li',
    en: 'Used to sign in and never changed. 2 to 40 small letters, digits, dots or dashes, as wang.li',
  },
  loginFault: {
    zh: '只能用小写字母、数字、点和横线，2 到 40 个。',
    en: 'Small letters, digits, dots and dashes only, 2 to 40.',
  },
  name: { zh: '姓名', en: 'Name' },
  nameHint: {
    zh: '其他官员看到谁提议、谁批准时，显示这个姓名。',
    en: 'Others see it where somebody proposes or approves.',
  },
  roles: { zh: '角色（可多选）', en: 'Roles (one or more)' },
  cities: { zh: '管理的城市', en: 'Cities' },
  provinces: { zh: '管理的省（含省内全部城市）', en: 'Provinces (with all of their cities)' },
  reason: { zh: '为什么', en: 'Why' },
  reasonHint: {
    zh: '批准的人会看到，例如：接替调离的同事',
    en: 'Whoever approves sees it, as: takes over from a colleague who moved',
  },
  propose: { zh: '提议', en: 'Propose' },
  done: { zh: '已提议，等待另一位官员批准。', en: 'Proposed. Another official has to approve it.' },
  removeAsk: {
    zh: '批准后立即退出登录，五秒内处处生效，不能再登录。做过的事仍记在这个姓名下。',
    en: 'Once approved they are signed out everywhere within five seconds and cannot sign in. What they did keeps their name.',
  },
  credentialsAsk: {
    zh: '用于忘记密码或丢失认证应用的人，也用于恢复已停用的人。批准后，凭链接和设置码自己重设密码和动态码；在此之前原来的登录信息仍有效。',
    en: 'For somebody who lost password or authenticator, or to let in again who is revoked. Once approved they set both anew with a link and a code; until then the old sign-in holds.',
  },
  changeAsk: {
    zh: '批准后立即生效，此人须重新登录。',
    en: 'It holds as soon as it is approved; they have to sign in again.',
  },
} as const;

/** What a change is called: on its button, and as the title of its proposal. */
export const changeTexts = {
  add: { button: { zh: '增加管理人员', en: 'Add an official' }, title: { zh: '增加 {name}', en: 'Add {name}' } },
  change: {
    button: { zh: '改变', en: 'Change' },
    title: { zh: '改变 {name} 的角色或范围', en: 'Change roles or places of {name}' },
  },
  remove: { button: { zh: '停用', en: 'Remove' }, title: { zh: '停用 {name}', en: 'Remove {name}' } },
  credentials: {
    button: { zh: '重发登录', en: 'New sign-in' },
    title: { zh: '给 {name} 重发登录信息', en: 'Give {name} a new sign-in' },
  },
} as const satisfies Readonly<Record<OfficialChangeKind, { readonly button: Text; readonly title: Text }>>;

/** Texts of a change that waits, and of deciding. */
export const decisionTexts = {
  proposedBy: {
    zh: '{name} 提议，{time} 前有效。原因：{reason}',
    en: 'Proposed by {name}, open until {time}. Why: {reason}',
  },
  linkOpen: {
    zh: '{name} 已批准，等待本人使用一次性链接，{time} 前有效。',
    en: 'Approved by {name}. The official has not used the one-time link yet; it works until {time}.',
  },
  rolesFromTo: { zh: '角色：{before} → {after}', en: 'Roles: {before} → {after}' },
  placesFromTo: { zh: '管理范围：{before} → {after}', en: 'Places: {before} → {after}' },
  rolesAre: { zh: '角色：{list}', en: 'Roles: {list}' },
  placesAre: { zh: '管理范围：{list}', en: 'Places: {list}' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '否决', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  endLink: { zh: '作废链接', en: 'End the link' },
  approveAsk: {
    zh: '批准后立即生效。批准的是这里写的内容；如果提议之后有变化，不会批准。',
    en: 'It holds at once. You approve what is written here; if anything changed after it was proposed, nothing is approved.',
  },
  approveLinkAsk: {
    zh: '批准后显示一次性链接，只显示一次，由您交给本人。设置码在提议人手里，两样齐全才能设置登录信息。',
    en: 'You are shown a one-time link, once, and hand it to the official. Who proposed has the code: it takes both to set up a sign-in.',
  },
  rejectAsk: { zh: '不作改动，提议结束。', en: 'Nothing is changed and the proposal is over.' },
  endLinkAsk: {
    zh: '链接不能再用。要重新发放，须再次提议和批准。',
    en: 'The link works no more. Another one has to be proposed and approved anew.',
  },
  proposer: { zh: '是您提议的，须另一位官员批准。', en: 'You proposed it: another official has to approve.' },
  subject: { zh: '与您本人有关，须另一位官员决定。', en: 'It is about you: another official has to decide.' },
  elsewhere: {
    zh: '也涉及您范围以外的地方，由管理全部这些地方的官员决定。',
    en: 'It also concerns places outside yours: an official of all of them decides.',
  },
  'no-administrator': {
    zh: '提议人不是管理员，须由管理员批准。',
    en: 'The proposer is no administrator, so an administrator has to approve.',
  },
  decides: { zh: '请核对后决定。', en: 'Look at it and decide.' },
} as const;

/** Texts of what is shown once: the code to the proposer, the link to the approver. */
export const halvesTexts = {
  proposed: { zh: '提议', en: 'Proposal' },
  proposedHint: { zh: '提议人拿到设置码', en: 'The proposer has the code' },
  approved: { zh: '批准', en: 'Approval' },
  approvedHint: { zh: '批准人拿到链接', en: 'The approver has the link' },
  setUp: { zh: '本人设置', en: 'Setting up' },
  setUpHint: { zh: '两样齐全才能设置', en: 'The official needs both' },
  codeTitle: { zh: '设置码，只显示这一次', en: 'The setup code, shown this once' },
  codeFor: {
    zh: '请亲自交给 {name}，不要交给批准的人。批准的人另有一个链接；本人两样齐全才能设置密码和认证应用。',
    en: 'Give it to {name} yourself, not to whoever approves. The approver has a link; the official needs both to set password and authenticator.',
  },
  codeLost: { zh: '如果遗失，撤回后重新提议。', en: 'If it is lost, withdraw the proposal and propose anew.' },
  linkTitle: { zh: '一次性链接，只显示这一次', en: 'The one-time link, shown this once' },
  linkFor: {
    zh: '请亲自交给 {name}，{time} 前有效，用一次即失效。设置码在 {proposer} 手里，由其另行交给本人。',
    en: 'Give it to {name} yourself. It works once, until {time}. {proposer} has the setup code and hands it over separately.',
  },
  kept: { zh: '已交出或抄下，关闭', en: 'Handed over or written down: close' },
} as const;

/** Texts of the page behind a one-time link. */
export const welcomeTexts = {
  title: { zh: '设置您的登录信息', en: 'Set up your sign-in' },
  ask: {
    zh: '请输入设置码。它由提议您的同事给您，与链接不是同一个人给的。',
    en: 'Type the setup code. It comes from the colleague who proposed you, not from who gave you this link.',
  },
  code: { zh: '设置码', en: 'Setup code' },
  codeHint: {
    zh: '12 位字母和数字，不分大小写，横线可不填',
    en: '12 letters and digits, small or capital, hyphens may be left out',
  },
  next: { zh: '下一步', en: 'Next' },
  who: { zh: '用户名：{login}', en: 'Your login: {login}' },
  until: { zh: '请在 {time} 前完成（北京时间）。', en: 'Finish before {time} (Beijing time).' },
  password: { zh: '新密码', en: 'New password' },
  passwordHint: {
    zh: '至少 12 个字符，不含用户名。一句只有您知道的话最好记。',
    en: '12 characters at least, without your login. A sentence that only you know is easiest to keep.',
  },
  passwordShort: { zh: '至少 12 个字符。', en: '12 characters at least.' },
  again: { zh: '再输入一次新密码', en: 'New password again' },
  differs: { zh: '两次输入不同。', en: 'The two differ.' },
  scan: {
    zh: '用手机上的认证应用扫描，然后输入它显示的六位数字。',
    en: 'Scan this with an authenticator app, then type the six digits that it shows.',
  },
  qr: { zh: '认证应用的二维码', en: 'Code for the authenticator app' },
  secret: { zh: '不能扫描时，手工输入密钥：', en: 'Without a camera, type this key:' },
  save: { zh: '保存并登录', en: 'Save and sign in' },
} as const;

/** What each role may do, in a sentence. */
export const roleHints = {
  administrator: {
    zh: '设置人员、乘车点和设备，查看访问记录',
    en: 'Sets up people, venues and devices; reads the access log',
  },
  bureau: {
    zh: '看报告和申诉，管理告示、准入规则和收件人',
    en: 'Reads reports and appeals; announcements, rules and recipients',
  },
  operator: { zh: '管理乘车点、贴纸和在岗人员', en: 'Venues, stickers and staff' },
  health: {
    zh: '立案溯源，看报告，提议准入规则，答复申诉',
    en: 'Opens cases and traces; reads reports, proposes admission rules, answers appeals',
  },
  'health-supervisor': {
    zh: '批准或否决溯源申请，与申请人同看名单',
    en: 'Approves or rejects a tracing request; sees its names with who asked',
  },
  auditor: { zh: '查看并核对访问记录，不作改动', en: 'Reads and checks the access log, changes nothing' },
} as const satisfies Readonly<Record<OfficialRole, Text>>;
