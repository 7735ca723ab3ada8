import type { GateGround } from '@tongcheng/shared/gates/gate-decision';
import type { Text } from '@tongcheng/shared/text';
import type { GateHealth } from './gate-health';

/** Texts of the section of gates and readers. */
export const gateTexts = {
  title: { zh: '闸机与读卡器', en: 'Gates and readers' },
  rule: {
    zh: '闸机凭自己保存的名单独立判断，不等网络；名单过旧、时钟不准时，一律引导到人工通道。状态每分钟由闸机上报，停用后五秒内处处生效。时间均为北京时间（UTC+8）',
    en: 'A gate decides alone by the set that it holds and waits for no network; with an old set or a wrong clock it sends everybody to the staffed lane. Gates tell how they stand each minute; a revocation holds everywhere within five seconds. All times are Beijing time (UTC+8)',
  },
  list: { zh: '闸机与读卡器', en: 'Gates and readers' },
  none: {
    zh: '还没有登记闸机。请生成登记码，24 小时内在闸机上输入。',
    en: 'No gate is enrolled yet. Make a code and type it at the gate within 24 hours.',
  },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '种类', en: 'Kind' },
  kindHint: {
    zh: '闸机开关门；读卡器装在车上，只提示司机。',
    en: 'A gate opens and shuts; a reader aboard tells the driver.',
  },
  where: { zh: '地点', en: 'Place' },
  direction: { zh: '方向', en: 'Direction' },
  directionHint: {
    zh: '出站方向从不拦人；上车方向按进站判断。',
    en: 'Exits never stop anybody; boarding decides as entry does.',
  },
  lane: { zh: '通道（可不填）', en: 'Lane (optional)' },
  laneHint: { zh: '如 3 号；工作人员按它找到这台机器。', en: 'Such as 3: staff find the machine by it.' },
  health: { zh: '状态', en: 'State' },
  setAge: { zh: '名单新旧', en: 'Age of its set' },
  setVersion: { zh: '名单版本', en: 'Version of its set' },
  software: { zh: '程序版本', en: 'Program' },
  queued: { zh: '待送刷卡数', en: 'Taps kept' },
  seen: { zh: '最近上报', en: 'Last heard' },
  clock: { zh: '时钟偏差', en: 'Clock off by' },
  refused: { zh: '最近未放行', en: 'Kept shut lately' },
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  hours: { zh: '{n} 小时', en: '{n} h' },
  seconds: { zh: '{n} 秒', en: '{n} s' },
  all: { zh: '全部', en: 'All' },
  byGround: { zh: '未放行的原因', en: 'Why gates stayed shut' },
  byGroundAbout: {
    zh: '各闸机最近一次上报以来的合计，不含个人信息。',
    en: 'Sums of what each gate told last; nobody is named.',
  },
  ground: { zh: '原因', en: 'Reason' },
  times: { zh: '次数', en: 'Times' },
  noRefusal: { zh: '最近没有人被引导到人工通道。', en: 'Nobody was sent to staff lately.' },
  invite: { zh: '登记一台闸机', en: 'Enrol a gate' },
  makeCode: { zh: '生成登记码', en: 'Make a code' },
  nameHint: {
    zh: '如“东进站 3 号”；列表和告警里这样显示。',
    en: 'Such as “East entry 3”: lists and alarms show it so.',
  },
  place: { zh: '站点或车辆', en: 'Station or vehicle' },
  placeHint: {
    zh: '输入站名、线路或车牌；准入规定按这里执行。',
    en: 'Type a station, line or plate; the rules of this place hold at the gate.',
  },
  otherPlace: { zh: '换一处', en: 'Another place' },
  codeOnce: {
    zh: '只显示这一次。请在闸机上输入；用一次即失效。',
    en: 'Shown this once. Type it at the gate; it works once.',
  },
  codeUntil: { zh: '{time} 前有效', en: 'Works until {time}' },
  move: { zh: '移动', en: 'Move' },
  moveTitle: { zh: '移动 {name}', en: 'Move {name}' },
  moveAbout: {
    zh: '从现在起，它的刷卡记在新地点，并按新地点的规定判断；此前的记录不变。',
    en: 'From now on its taps belong to the new place and its rules hold; what was recorded stays.',
  },
  moved: { zh: '{name} 已移动。', en: '{name} was moved.' },
  revoke: { zh: '停用', en: 'Revoke' },
  revokeTitle: { zh: '停用 {name}', en: 'Revoke {name}' },
  revokeAbout: {
    zh: '五秒内它不再取得名单，也不能上报；重新使用须再登记。未送出的刷卡不再接收。',
    en: 'Within five seconds it gets no set and can report nothing; it has to be enrolled anew. Taps that it kept are no longer taken.',
  },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '写进访问记录，如“被盗”“拆除”。', en: 'Kept in the access log: stolen, removed.' },
  revoked: { zh: '{name} 已停用。', en: '{name} was revoked.' },
  unknownPlace: { zh: '未填地点', en: 'No place' },
} as const satisfies Readonly<Record<string, Text>>;

/** How a gate stands, in words that say what to do. */
export const gateHealthTexts = {
  doubled: { zh: '两台机器用同一把密钥：请停用', en: 'Two machines with one key: revoke it' },
  'clock-wrong': { zh: '时钟不准：校时', en: 'Wrong clock: set it' },
  'old-set': { zh: '名单过旧：查网络', en: 'Old set: check the network' },
  silent: { zh: '没有上报：查电源和网络', en: 'Silent: check power and network' },
  'no-set': { zh: '还没有名单', en: 'No set yet' },
  'never-heard': { zh: '登记后没有上报过', en: 'Never heard of since it enrolled' },
  good: { zh: '正常', en: 'Good' },
  revoked: { zh: '已停用', en: 'Revoked' },
} as const satisfies Readonly<Record<GateHealth, Text>>;

/** The same, as the page of the morning says it. */
export const gateMorningTexts = {
  doubled: { zh: '{n} 把闸机密钥被两台机器使用。', en: '{n} keys of gates are used by two machines.' },
  'clock-wrong': {
    zh: '{n} 台闸机时钟不准，全部引导到人工通道。',
    en: '{n} gates with a wrong clock send everybody to staff.',
  },
  'old-set': {
    zh: '{n} 台闸机名单过旧，全部引导到人工通道。',
    en: '{n} gates with an old set send everybody to staff.',
  },
  silent: { zh: '{n} 台闸机没有上报。', en: '{n} gates are silent.' },
  'no-set': { zh: '{n} 台闸机还没有名单。', en: '{n} gates hold no set yet.' },
  'never-heard': { zh: '{n} 台闸机登记后没有上报过。', en: '{n} gates were never heard of since they enrolled.' },
  good: { zh: '{n} 台闸机全部正常。', en: 'All {n} gates are well.' },
  revoked: { zh: '{n} 台闸机已停用。', en: '{n} gates are revoked.' },
} as const satisfies Readonly<Record<GateHealth, Text>>;

/** Kinds of devices that decide by a set of cards. */
export const gateKindTexts = {
  gate: { zh: '闸机', en: 'Gate' },
  reader: { zh: '车载读卡器', en: 'Reader aboard' },
} as const satisfies Readonly<Record<string, Text>>;

/** Which way people go. */
export const directionTexts = {
  entry: { zh: '进站', en: 'Entry' },
  exit: { zh: '出站', en: 'Exit' },
  boarding: { zh: '上车', en: 'Boarding' },
} as const satisfies Readonly<Record<string, Text>>;

/** Grounds of what a gate did, as officials read their sums: no holder is meant. */
export const gateGroundTexts: Readonly<Record<GateGround, Text>> = {
  alarm: { zh: '火警或断电，全部打开', en: 'Alarm: all open' },
  exit: { zh: '出站', en: 'Exit' },
  'no-rule': { zh: '此处没有规定', en: 'No rule here' },
  'passing-kind': { zh: '免绑定卡种', en: 'Kind that passes unlinked' },
  met: { zh: '符合规定', en: 'Rule met' },
  'card-not-linked': { zh: '卡未绑定', en: 'Card not linked' },
  'card-blocked': { zh: '卡已停用', en: 'Card out of use' },
  'card-ambiguous': { zh: '卡号特征相同，需人工区分', en: 'Two cards of one mark: staff tell them apart' },
  'status-unreadable': { zh: '状态读不出', en: 'Status not readable' },
  'set-absent': { zh: '没有名单', en: 'No set' },
  'set-too-old': { zh: '名单过旧', en: 'Set too old' },
  'clock-wrong': { zh: '时钟不准', en: 'Wrong clock' },
  'gate-revoked': { zh: '闸机已停用', en: 'Gate revoked' },
  'not-recordable': { zh: '记录写不下', en: 'No room to record' },
  'tapped-too-fast': { zh: '刷卡过快', en: 'Tapped too fast' },
  'identity-missing': { zh: '没有实名', en: 'No identity' },
  'status-red': { zh: '红码', en: 'Red status' },
  'status-yellow': { zh: '黄码', en: 'Yellow status' },
  'status-missing': { zh: '没有健康状态', en: 'No status' },
  'status-expired': { zh: '健康状态已过期', en: 'Status ended' },
  'status-not-yet-valid': { zh: '健康状态未生效', en: 'Status not valid yet' },
  'status-unavailable': { zh: '查不到健康状态', en: 'Status not available' },
  'test-too-old': { zh: '核酸超过时限', en: 'Test too old' },
  'test-positive': { zh: '核酸阳性', en: 'Test positive' },
  'test-missing': { zh: '没有核酸结果', en: 'No test' },
  'test-unavailable': { zh: '查不到核酸结果', en: 'Test not available' },
  'code-revoked': { zh: '码已停用', en: 'Code revoked' },
  'code-forged': { zh: '码是伪造的', en: 'Forged code' },
  'code-foreign': { zh: '别处的码', en: 'Code of elsewhere' },
  'code-unknown': { zh: '码无法识别', en: 'Unknown code' },
  'code-demonstration': { zh: '演示码', en: 'Demonstration code' },
};
