import type { DeviceKind, OfficialRole, PartnerKind, StaffRole } from '@tongcheng/shared/access';
import type { Text } from '@tongcheng/shared/text';

/** Texts of the lists of who may come in. */
export const accessListTexts = {
  title: { zh: '人员与设备', en: 'People and devices' },
  rule: {
    zh: '停用后五秒内处处生效，并留下记录。',
    en: 'What is revoked ends everywhere within five seconds, on record.',
  },
  staff: { zh: '在岗人员', en: 'Staff signed in' },
  invitations: { zh: '未用邀请码', en: 'Open invitations' },
  devices: { zh: '设备', en: 'Devices' },
  partners: { zh: '合作系统', en: 'Partner systems' },
  officials: { zh: '管理人员', en: 'Officials' },
  'sign-ins': { zh: '登录', en: 'Sign-ins' },
  browser: { zh: '浏览器', en: 'Browser' },
  thisBrowser: { zh: '这个浏览器', en: 'This browser' },
  otherBrowser: { zh: '其他浏览器', en: 'Another browser' },
  heardAt: { zh: '最近使用', en: 'Heard of last' },
  name: { zh: '名称', en: 'Name' },
  role: { zh: '身份', en: 'Role' },
  where: { zh: '地点', en: 'Where' },
  state: { zh: '状态', en: 'State' },
  all: { zh: '全部', en: 'All' },
  inUse: { zh: '使用中', en: 'In use' },
  id: { zh: '内部编号', en: 'Internal id' },
  key: { zh: '密钥', en: 'Key' },
  keyHolds: { zh: '{key}，{time} 加入', en: '{key}, added {time}' },
  keyRevoked: { zh: '{key}，{time} 已停用', en: '{key}, revoked {time}' },
  moves: { zh: '不固定', en: 'Moves' },
  invitedBy: { zh: '邀请人', en: 'Invited by' },
  registeredBy: { zh: '登记人', en: 'Registered by' },
  registeredAt: { zh: '登记时间', en: 'Registered' },
  signedIn: { zh: '登录时间', en: 'Signed in' },
  ends: { zh: '到期时间', en: 'Ends' },
  worksUntil: { zh: '有效期至', en: 'Works until' },
  more: { zh: '已显示 {n} 行，继续读取后面的', en: '{n} rows are shown; read on' },
  none: { zh: '这里没有。', en: 'There is nothing here.' },
  isRevoked: { zh: '已停用', en: 'Revoked' },
  revoked: { zh: '{time} 已停用', en: 'Revoked {time}' },
  sessions: { zh: '{n} 处登录', en: '{n} sessions' },
  venueCount: { zh: '等 {n} 个乘车点', en: '{n} venues in all' },
  stationIds: { zh: '车站编号', en: 'Ids of the stations' },
  operator: { zh: '运营单位全部', en: 'Wherever the operator runs' },
  invitation: { zh: '邀请码', en: 'Invitation' },
  visitorCode: { zh: '来访司乘码', en: 'Visitor code' },
  visitor: { zh: '外省来访司乘', en: 'Crew from outside' },
  revoke: { zh: '停用', en: 'Revoke' },
  revokeChosen: { zh: '停用所选…', en: 'Revoke the chosen…' },
  revokeMany: { zh: '停用 {n} 个', en: 'Revoke {n}' },
  revokeTitle: { zh: '停用 {name}', en: 'Revoke {name}' },
  revokeAsk: {
    zh: '停用后立即不能再用，已登录的五秒内退出。不能撤销，要恢复须重新邀请、登记或发放登录信息。',
    en: 'It stops at once, and who is signed in is signed out within five seconds. It cannot be undone: only a new invitation, registration or new credentials bring it back.',
  },
  endSignIn: { zh: '结束登录', en: 'End the sign-in' },
  endSignInTitle: { zh: '结束 {name} 的登录', en: 'End the sign-in of {name}' },
  endSignInMany: { zh: '结束 {n} 次登录', en: 'End {n} sign-ins' },
  endSignInAsk: {
    zh: '这个浏览器五秒内退出，本人可以再次登录。怀疑密码外泄时，请停用账户或重新发放登录信息。',
    en: 'That browser is signed out within five seconds; the official may sign in again. If a password may be known to others, revoke the account or issue new credentials.',
  },
  endedOne: { zh: '{name} 的登录已结束。', en: 'The sign-in of {name} has ended.' },
  endedMany: { zh: '{n} 次登录已结束。', en: '{n} sign-ins have ended.' },
  reason: { zh: '停用原因', en: 'Why it is revoked' },
  reasonHint: {
    zh: '与停用的记录一起保存，例如“离职”。',
    en: 'It is kept with what is revoked, as “left the company”.',
  },
  done: { zh: '{name} 已停用。', en: '{name} is revoked.' },
  doneMany: { zh: '{n} 个已停用。', en: '{n} are revoked.' },
} as const;

const revocation = {
  act: accessListTexts.revoke,
  title: accessListTexts.revokeTitle,
  many: accessListTexts.revokeMany,
  ask: accessListTexts.revokeAsk,
  done: accessListTexts.done,
  doneMany: accessListTexts.doneMany,
} as const satisfies Readonly<Record<string, Text>>;

const endOfSignIn: Readonly<Record<keyof typeof revocation, Text>> = {
  act: accessListTexts.endSignIn,
  title: accessListTexts.endSignInTitle,
  many: accessListTexts.endSignInMany,
  ask: accessListTexts.endSignInAsk,
  done: accessListTexts.endedOne,
  doneMany: accessListTexts.endedMany,
};

/** What revoking is called and what follows: a sign-in ends and can be begun again, all else is gone for good. */
export const revokeTexts = (kind: string): Readonly<Record<keyof typeof revocation, Text>> =>
  kind === 'sign-ins' ? endOfSignIn : revocation;

/** What the roles of staff are called. */
export const staffRoleTexts = {
  crew: { zh: '司乘', en: 'Crew' },
  inspector: { zh: '安检员', en: 'Inspector' },
  desk: { zh: '服务台', en: 'Service desk' },
  driver: { zh: '驾驶员', en: 'Driver' },
  attendant: { zh: '乘务员', en: 'Attendant' },
  'safety-officer': { zh: '安全员', en: 'Safety officer' },
  'ticket-seller': { zh: '售票员', en: 'Ticket seller' },
  'arrival-officer': { zh: '到达登记员', en: 'Arrival officer' },
  'community-worker': { zh: '社区工作者', en: 'Community worker' },
  'police-counter': { zh: '公安窗口', en: 'Police counter' },
} as const satisfies Readonly<Record<StaffRole, Text>>;

/** What the kinds of devices are called. */
export const deviceKindTexts = {
  gate: { zh: '闸机', en: 'Gate' },
  reader: { zh: '读卡器', en: 'Reader' },
  terminal: { zh: '自助终端', en: 'Terminal' },
  validator: { zh: '验票机', en: 'Validator' },
} as const satisfies Readonly<Record<DeviceKind, Text>>;

/** What the kinds of partner systems are called. */
export const partnerKindTexts = {
  'ticketing-network': { zh: '票务网络', en: 'Ticketing network' },
  'card-company': { zh: '交通卡公司', en: 'Card company' },
  platform: { zh: '平台', en: 'Platform' },
} as const satisfies Readonly<Record<PartnerKind, Text>>;

/** What the roles of officials are called. */
export const officialRoleTexts = {
  administrator: { zh: '管理员', en: 'Administrator' },
  bureau: { zh: '主管部门', en: 'Bureau' },
  operator: { zh: '运营单位', en: 'Operator' },
  health: { zh: '卫生部门', en: 'Health office' },
  'health-supervisor': { zh: '卫生部门审批人', en: 'Health supervisor' },
  auditor: { zh: '审计员', en: 'Auditor' },
} as const satisfies Readonly<Record<OfficialRole, Text>>;
