import type { OfficialRole, StaffRole } from '@tongcheng/shared/access';
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
  name: { zh: '名称', en: 'Name' },
  role: { zh: '身份', en: 'Role' },
  where: { zh: '地点', en: 'Where' },
  time: { zh: '时间', en: 'Time' },
  act: { zh: '操作', en: 'Action' },
  search: { zh: '按姓名查找', en: 'Find by name' },
  more: { zh: '再看后面的', en: 'Show more' },
  first: { zh: '从头看', en: 'From the beginning' },
  none: { zh: '这里没有。', en: 'There is nothing here.' },
  revoked: { zh: '{time} 已停用', en: 'Revoked {time}' },
  session: { zh: '{from} 登录，{until} 到期', en: 'Signed in {from}, ends {until}' },
  until: { zh: '{time} 前有效', en: 'Works until {time}' },
  registered: { zh: '{time} 登记', en: 'Registered {time}' },
  sessions: { zh: '{n} 处登录', en: '{n} sessions' },
  venueCount: { zh: '等 {n} 个乘车点', en: '{n} venues in all' },
  stations: { zh: '车站 {list}', en: 'Stations {list}' },
  operator: { zh: '运营单位全部', en: 'Wherever the operator runs' },
  invitation: { zh: '邀请码', en: 'Invitation' },
  revoke: { zh: '停用', en: 'Revoke' },
  revokeTitle: { zh: '停用 {name}', en: 'Revoke {name}' },
  revokeAsk: {
    zh: '停用后立即不能再用，已登录的五秒内退出。要恢复须重新邀请、登记或发放登录信息。',
    en: 'It stops at once, and who is signed in is signed out within five seconds. Only a new invitation, registration or new credentials bring it back.',
  },
  reason: { zh: '停用原因', en: 'Why it is revoked' },
  done: { zh: '{name} 已停用。', en: '{name} is revoked.' },
} as const;

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

/** What the roles of officials are called. */
export const officialRoleTexts = {
  administrator: { zh: '管理员', en: 'Administrator' },
  bureau: { zh: '主管部门', en: 'Bureau' },
  operator: { zh: '运营单位', en: 'Operator' },
  health: { zh: '卫生部门', en: 'Health office' },
  'health-supervisor': { zh: '卫生部门审批人', en: 'Health supervisor' },
  auditor: { zh: '审计员', en: 'Auditor' },
} as const satisfies Readonly<Record<OfficialRole, Text>>;
