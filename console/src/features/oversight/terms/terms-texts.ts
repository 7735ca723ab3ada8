import type { Text } from '@tongcheng/shared/text';
import type { Requirement } from '@tongcheng/shared/venues/requirements';
import type { TestUnit } from './rule-form';

/** Texts of both parts of the section. */
export const termsTexts = {
  title: { zh: '告示与准入', en: 'Announcements and rules' },
  rule: {
    zh: '这里改过以后，以这里为准，不再看城市文件里的告示和规则。五秒内处处生效。',
    en: 'Once changed here, what stands here holds, and no longer what the city’s file says. It takes effect everywhere within five seconds.',
  },
  act: { zh: '操作', en: 'Action' },
  when: { zh: '时间', en: 'Time' },
  from: { zh: '开始（北京时间）', en: 'From (Beijing time)' },
  to: { zh: '结束（北京时间）', en: 'Until (Beijing time)' },
  toOpen: { zh: '结束（北京时间，可不填）', en: 'Until (Beijing time; may be empty)' },
  zh: { zh: '中文', en: 'In Chinese' },
  en: { zh: '英文', en: 'In English' },
  begins: { zh: '开始', en: 'Begins' },
  ends: { zh: '结束', en: 'Ends' },
  always: { zh: '全部', en: 'All' },
  shownFrom: { zh: '从何时到何时（北京时间）', en: 'From when to when (Beijing time)' },
  preview: { zh: '预览', en: 'Preview' },
  change: { zh: '修改', en: 'Change' },
  now: { zh: '现在', en: 'Now' },
  coming: { zh: '将来', en: 'To come' },
  over: { zh: '已结束', en: 'Over' },
} as const;

/** Texts of announcements. */
export const announcementTexts = {
  title: { zh: '告示', en: 'Announcements' },
  none: {
    zh: '还没有告示。新增的会显示在这里和乘客的扫码画面。',
    en: 'None yet. What you add shows here and where riders scan.',
  },
  add: { zh: '新增告示', en: 'Add an announcement' },
  text: { zh: '内容', en: 'Text' },
  textHint: {
    zh: '一两句话，最多 200 字。乘客在扫码画面看到。',
    en: 'A sentence or two, 200 characters at most. Riders see it where they scan.',
  },
  englishHint: {
    zh: '用英文的乘客看到，最多 300 个字符。',
    en: 'What riders who use English see, 300 characters at most.',
  },
  modes: { zh: '交通方式', en: 'Modes' },
  modesHint: {
    zh: '只在选中的方式显示，至少选一种。',
    en: 'It shows for the chosen ones alone; choose one at least.',
  },
  save: { zh: '保存', en: 'Save' },
  remove: { zh: '撤下', en: 'Take down' },
  removeAsk: { zh: '撤下后，乘客五秒内不再看到：{text}', en: 'Within five seconds riders no longer see: {text}' },
  takenDown: { zh: '已撤下：{text}', en: 'Taken down: {text}' },
  undo: { zh: '恢复', en: 'Put up again' },
  seen: { zh: '乘客在扫码画面看到：', en: 'Riders see where they scan:' },
  everyMode: { zh: '各种交通方式', en: 'Every mode' },
} as const;

/** Texts of admission rules. */
export const ruleTexts = {
  title: { zh: '准入规则', en: 'Admission rules' },
  hint: {
    zh: '修改要由另一位官员批准。范围越具体越优先：乘车点、线路、交通方式、全市。过去的规定不能改。',
    en: 'A change takes another official’s approval. The most particular rule wins: venue, line, mode, city. Nobody changes what held in the past.',
  },
  none: { zh: '还没有规则：实名登记后即可乘车。', en: 'There is no rule: registered riders may ride.' },
  add: { zh: '提议新规则', en: 'Propose a rule' },
  end: { zh: '提议结束', en: 'Propose the end' },
  endTitle: { zh: '提议结束规则', en: 'Propose the end of a rule' },
  name: { zh: '规则', en: 'Rule' },
  ruleId: { zh: '规则编号（英文字母、数字、短横）', en: 'Rule id (letters, digits, dashes)' },
  ruleIdHint: { zh: '以后不能改，例如 ferry-green', en: 'It cannot be changed later; for example ferry-green' },
  where: { zh: '范围', en: 'Where' },
  wholeCity: { zh: '全市', en: 'The whole city' },
  mode: { zh: '交通方式', en: 'Mode' },
  everyMode: { zh: '全部', en: 'All' },
  place: { zh: '只用于一条线路或一个乘车点（可不填）', en: 'For one line or venue only (may be empty)' },
  placeHint: {
    zh: '输入线路名、站名、车牌或短码的开头，再从下面选择。',
    en: 'Type the beginning of a line, a name, a plate or a short code, then choose below.',
  },
  placeSet: { zh: '地点集', en: 'Set of places' },
  placeSetHint: {
    zh: '城市设置里起了名字的一组站点和线路；规则按批准时的样子保留。',
    en: 'Stops and lines under one name in the city’s settings; the rule keeps the set as it was approved.',
  },
  noPlaceSet: { zh: '不用地点集', en: 'None' },
  placeSetCounted: { zh: '{name}（{venues} 个乘车点，{lines} 条线路）', en: '{name} ({venues} venues, {lines} lines)' },
  onlyAt: { zh: '只用于', en: 'Only for' },
  everywhere: { zh: '不限地点', en: 'Anywhere' },
  requires: { zh: '要求', en: 'Requires' },
  requiresHint: { zh: '一项不选，就是任何人都可以乘车。', en: 'None chosen: anybody may ride.' },
  nothing: { zh: '没有要求', en: 'Nothing' },
  testAge: { zh: '检测不得早于（0–14 天，或 1–168 小时）', en: 'Test at most so old (0–14 days, or 1–168 hours)' },
  testUnit: { zh: '按什么计', en: 'Counted in' },
  testAgeShort: { zh: '检测时限', en: 'Age of the test' },
  days: { zh: '{days} 天内', en: 'at most {days} days' },
  hours: { zh: '{hours} 小时内', en: 'at most {hours} hours' },
  history: { zh: '历史', en: 'History' },
  historyOf: { zh: '规则的各个版本', en: 'Versions of the rule' },
  idOf: { zh: '规则编号 {id}', en: 'Id of the rule: {id}' },
  versionNumber: { zh: '第 {n} 版', en: 'Version {n}' },
  version: { zh: '第 {n} 版，{time} 起', en: 'Version {n}, from {time}' },
  whoChanged: { zh: '谁提议、谁批准，见“访问记录”。', en: 'Who proposed and who approved is in the access log.' },
  ruleIdFault: { zh: '只能用小写字母、数字和短横。', en: 'Small letters, digits and dashes only.' },
  told: { zh: '告诉乘客的话', en: 'What riders are told' },
  toldHint: {
    zh: '写明要求什么。乘客查看结果的依据时看到。',
    en: 'What is asked for. Riders see it where they look at what a result rests on.',
  },
  toldEnglishHint: { zh: '同样的意思，用英文。', en: 'The same in English.' },
  endsHint: {
    zh: '从这一刻起不再要求；不早于批准之时。',
    en: 'From then on it asks for nothing; never before it is approved.',
  },
  reason: { zh: '理由', en: 'Reason' },
  reasonHint: { zh: '批准的人会看到。', en: 'Whoever approves sees it.' },
  propose: { zh: '提议', en: 'Propose' },
  whoRides: { zh: '谁可以乘车', en: 'Who may ride' },
  rider: { zh: '乘客', en: 'Rider' },
  before: { zh: '原来', en: 'Before' },
  after: { zh: '以后', en: 'Then' },
  waiting: { zh: '待批准', en: 'Waiting for approval' },
  proposedBy: {
    zh: '{name} 提议，{time} 前可批准。理由：{reason}',
    en: 'Proposed by {name}, can be approved until {time}. Reason: {reason}',
  },
  ends: { zh: '于 {time} 结束', en: 'It ends at {time}' },
  atOnce: { zh: '生效时间不早于批准之时。', en: 'It takes effect when it is approved, at the earliest.' },
  own: { zh: '您提议的，须由另一位官员决定', en: 'Yours: another official decides' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '否决', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawAsk: {
    zh: '撤回后不再等人批准，可以重新提议。',
    en: 'It waits for nobody any more; you may propose anew.',
  },
  approveAsk: {
    zh: '批准后立即或按所写时间生效，留下记录。',
    en: 'It takes effect at once or at the time given, on record.',
  },
  rejectAsk: { zh: '否决后不生效，提议人可以重新提议。', en: 'It never takes effect; its proposer may propose anew.' },
} as const;

/** What a rule asks for. */
export const requirementTexts = {
  identity: { zh: '实名', en: 'Real name' },
  'green-status': { zh: '绿码', en: 'Green status' },
  'negative-test': { zh: '阴性检测', en: 'Negative test' },
} as const satisfies Readonly<Record<Requirement, Text>>;

/** In what the age of a test is counted. */
export const testUnitTexts = {
  days: { zh: '自然日（2 天：今天、昨天、前天）', en: 'Civil days (2: today, yesterday, the day before)' },
  hours: { zh: '小时（48 小时：到钟点为止）', en: 'Hours (48: to the very hour)' },
} as const satisfies Readonly<Record<TestUnit, Text>>;

/** Riders by whom a rule is shown before it holds. */
export const sampleRiderTexts = {
  unverified: { zh: '未实名', en: 'Not verified' },
  green: { zh: '绿码，今天检测阴性', en: 'Green, negative test of today' },
  greenOld: { zh: '绿码，五天前检测阴性', en: 'Green, negative test five days old' },
  greenNone: { zh: '绿码，没有检测', en: 'Green, no test' },
  grey: { zh: '没有健康状态', en: 'No status' },
  yellow: { zh: '黄码', en: 'Yellow' },
  red: { zh: '红码', en: 'Red' },
} as const;

/** What announcements and rules tell on the morning page. */
export const termsMorningTexts = {
  set: {
    zh: '修改准入规则“{rule}”，等您批准或否决。',
    en: 'Change of the admission rule “{rule}”: approve or reject.',
  },
  end: { zh: '结束准入规则“{rule}”，等您批准或否决。', en: 'End of the admission rule “{rule}”: approve or reject.' },
} as const;

/** Texts of the comparison of what holds with what is proposed. */
export const comparisonTexts = {
  caption: { zh: '与现行内容比较：{n} 处不同', en: 'Compared with what holds now: {n} differ' },
  nothingChanges: { zh: '与现行内容比较：没有不同', en: 'Compared with what holds now: nothing differs' },
  what: { zh: '内容', en: 'What' },
  now: { zh: '现行', en: 'Now' },
  after: { zh: '以后', en: 'Then' },
  difference: { zh: '差别', en: 'Difference' },
  same: { zh: '不变', en: 'The same' },
  changed: { zh: '改动', en: 'Changed' },
  added: { zh: '新增', en: 'Added' },
  removed: { zh: '删去', en: 'Removed' },
} as const;
