import type { Text } from '@tongcheng/shared/text';

/** Texts of the operators of coaches and of the invitations of their staff. */
export const coachStaffTexts = {
  title: { zh: '客运单位与邀请', en: 'Coach operators and invitations' },
  rule: {
    zh: '驾驶员、乘务员属于运营单位，同一单位的司乘能接手彼此的班次；服务台、售票员、到站核验员属于车站。邀请码用一次，本人在手机上扫码或输入后生效；离职停用在“人员与设备”。外省司乘不用邀请，见“来访司乘码”。',
    en: 'Drivers and attendants belong to an operator, whose crews can take over each other’s departures; desks, ticket sellers and arrival officers belong to stations. An invitation works once, scanned or typed on the person’s own phone; whoever leaves is revoked under “People and devices”. Crews from outside the province need none: see “Visitor codes”.',
  },
  operators: { zh: '运营单位', en: 'Operators' },
  noOperator: { zh: '本市还没有登记运营单位。', en: 'No operator of this city was added yet.' },
  operator: { zh: '运营单位', en: 'Operator' },
  since: { zh: '登记日期', en: 'Added on' },
  add: { zh: '登记运营单位', en: 'Add an operator' },
  addAbout: {
    zh: '登记后才能邀请它的司乘。同名的不会登记两次；登记后不能改名、不能删除。',
    en: 'Its crews can be invited once it is added. The same name is not added twice; it can neither be renamed nor removed afterwards.',
  },
  name: { zh: '单位全称', en: 'Full name' },
  nameHint: {
    zh: '与营业执照一致；班次和报表里这样显示。',
    en: 'As on its licence; departures and reports show it so.',
  },
  stations: { zh: '客运站', en: 'Coach stations' },
  noStation: { zh: '本市的设置里还没有客运站。', en: 'The settings of this city name no coach station yet.' },
  station: { zh: '客运站', en: 'Station' },
  allStations: { zh: '本市全部客运站', en: 'All coach stations of the city' },
  invite: { zh: '邀请', en: 'Invite' },
  inviteAll: { zh: '邀请到全部客运站', en: 'Invite to all stations' },
  inviteTo: { zh: '{place}：邀请工作人员', en: '{place}: invite staff' },
  role: { zh: '身份', en: 'Role' },
  roleHint: {
    zh: '决定手机上能做什么；要改须停用后重新邀请。',
    en: 'It decides what their phone offers; another role takes a revocation and a new invitation.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What staff of coaches are called, with what they do. */
export const coachRoleTexts = {
  driver: { zh: '驾驶员：登记发车、出示发车码', en: 'Driver: registers departures, shows their codes' },
  attendant: { zh: '乘务员：同驾驶员', en: 'Attendant: as the driver' },
  desk: { zh: '服务台：看本站班次，代登记，打印发车码', en: 'Desk: departures of the station, helps, prints codes' },
  'ticket-seller': { zh: '售票员：同服务台', en: 'Ticket seller: as the desk' },
  'arrival-officer': { zh: '到站核验员：核验到达本站的班次', en: 'Arrival officer: verifies coaches that arrive' },
} as const satisfies Readonly<Record<string, Text>>;
