import type { ExtractRow, extractGrounds, extractRecipients } from '@tongcheng/shared/coaches/extracts-api';
import type { Text } from '@tongcheng/shared/text';

/** Texts of searching departures and of extracts. */
export const extractTexts = {
  title: { zh: '客运查询与摘录', en: 'Coach search and extracts' },
  rule: {
    zh: '按车牌、班次号、车站和日期查找从本市发出或到达本市的班次，不含姓名；外地发来的只给出乘到本市的人。给卫健、公安等部门的摘录由一名官员申请、另一名官员批准，批准后二十四小时内只对这两人打开；每次打开和导出都先记入访问记录。',
    en: 'Departures that leave or reach this city are found by plate, service number, station and day, without names; of those from elsewhere only who rides as far as here is told. An extract for health, public security or another authority is asked for by one official and approved by another, and opens for 24 hours to these two alone; each opening and each file is in the access log first.',
  },
  find: { zh: '查找班次', en: 'Find departures' },
  days: { zh: '发车日期', en: 'Days of departure' },
  direction: { zh: '方向', en: 'Direction' },
  leaving: { zh: '从本市发出', en: 'Leave this city' },
  arriving: { zh: '外地发来，到达或途经本市', en: 'Reach this city or stop here, from elsewhere' },
  plate: { zh: '车牌', en: 'Plate' },
  plateWrong: { zh: '这不是一个车牌号', en: 'This is no plate' },
  service: { zh: '班次号', en: 'Service number' },
  station: { zh: '始发站', en: 'Station of departure' },
  anyStation: { zh: '全部', en: 'All' },
  search: { zh: '查找', en: 'Search' },
  found: { zh: '找到的班次', en: 'Departures found' },
  foundMore: { zh: '只列出前两百班，请缩短日期。', en: 'Only the first 200 are listed: choose fewer days.' },
  foundNone: { zh: '这些日期没有符合的班次。', en: 'No departure of these days fits.' },
  forgottenDays: {
    zh: '这些日期的密钥已销毁，不能再打开：{days}',
    en: 'The keys of these days were destroyed, and they can no longer be opened: {days}',
  },
  day: { zh: '日期', en: 'Day' },
  manifest: { zh: '乘客清单', en: 'Manifest' },
  manifestOf: { zh: '{time} 班次的乘客清单', en: 'Manifest of the departure at {time}' },
  manifestAsk: {
    zh: '清单含姓名、证件号和电话。打开前先记录是谁、为什么打开。',
    en: 'A manifest holds names, numbers and phones. Who opens it and why is on record first.',
  },
  purpose: { zh: '用途', en: 'Purpose' },
  openIt: { zh: '记录并打开', en: 'Record and open' },
  ask: { zh: '申请摘录', en: 'Ask for an extract' },
  askDays: { zh: '申请这些日期的摘录，或按证件', en: 'Extract of these days, or by document' },
  recipient: { zh: '接收部门', en: 'Recipient' },
  receiver: { zh: '接收人和单位', en: 'Who receives it there' },
  receiverHint: { zh: '如：区疾控中心 流调科', en: 'For example the office and its case team' },
  ground: { zh: '法律依据', en: 'Legal basis' },
  groundHint: {
    zh: '按来函写的法律选择。批准的人会核对。',
    en: 'The law that the letter names. Whoever approves compares the two.',
  },
  why: { zh: '事由', en: 'Reason' },
  whyHint: {
    zh: '写明来函文号，不写乘客姓名。批准的人会看到。',
    en: 'With the number of the letter, without a passenger’s name. Whoever approves sees it.',
  },
  content: { zh: '内容', en: 'Content' },
  departures: { zh: '这些日期的班次', en: 'Departures of these days' },
  departure: { zh: '一班车', en: 'One departure' },
  document: { zh: '一个证件', en: 'One document' },
  documentKind: { zh: '证件类型', en: 'Kind of document' },
  documentNumber: { zh: '证件号码', en: 'Document number' },
  documentHint: {
    zh: '只能按完整号码查，不能按姓名查。',
    en: 'By the whole number alone; there is no search by name.',
  },
  extracts: { zh: '摘录申请', en: 'Requests for extracts' },
  none: { zh: '还没有摘录申请。', en: 'There is no request for an extract yet.' },
  asked: { zh: '申请', en: 'Asked' },
  decided: { zh: '决定', en: 'Decided' },
  state: { zh: '状态', en: 'State' },
  until: { zh: '至 {at}', en: 'until {at}' },
  approve: { zh: '批准', en: 'Approve' },
  reject: { zh: '否决', en: 'Reject' },
  open: { zh: '打开', en: 'Open' },
  end: { zh: '收回', en: 'Close again' },
  approveAsk: {
    zh: '批准后二十四小时内，申请人和您可以打开这份摘录。请核对接收部门、法律依据和内容。',
    en: 'For 24 hours you and whoever asked can open it. Compare recipient, legal basis and content with the letter.',
  },
  rejectAsk: {
    zh: '否决后不能再打开；需要时重新申请。',
    en: 'It can no longer be opened then; a new one can be asked for.',
  },
  endAsk: { zh: '收回后谁也不能再打开这份摘录。', en: 'Nobody can open this extract after that.' },
  passengers: { zh: '乘客', en: 'Passengers' },
  noPassengers: { zh: '没有乘客。', en: 'No passengers.' },
  more: { zh: '载入更多', en: 'Load more' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  seat: { zh: '座位', en: 'Seat' },
  source: { zh: '登记方式', en: 'Registered by' },
  onArrival: { zh: '到站核验', en: 'On arrival' },
  departs: { zh: '发车', en: 'Departs' },
  trip: { zh: '线路', en: 'From – to' },
  addressBefore: { zh: '来前住址', en: 'Address before coming' },
  addressThere: { zh: '到达后住址', en: 'Address there' },
  watermark: { zh: '水印', en: 'Watermark' },
  mark: { zh: '{who} 于 {at} 打开 · {under}', en: 'opened by {who} at {at} · {under}' },
  waits: {
    zh: '{recipient}的客运登记摘录待批准',
    en: 'An extract of coach registrations for {recipient} waits for approval',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Authorities that receive extracts. */
export const authorityTexts: Readonly<Record<(typeof extractRecipients)[number], Text>> = {
  health: { zh: '卫生健康部门', en: 'Health authority' },
  'public-security': { zh: '公安机关', en: 'Public security' },
  'emergency-response': { zh: '应急管理部门', en: 'Emergency management' },
  court: { zh: '人民法院', en: 'Court' },
};

/** Laws on which extracts rest. */
export const groundTexts: Readonly<Record<(typeof extractGrounds)[number], Text>> = {
  'infectious-disease-law': { zh: '传染病防治法', en: 'Law on infectious diseases' },
  'public-health-emergency-rules': { zh: '突发公共卫生事件应急条例', en: 'Rules for public health emergencies' },
  'counter-terrorism-law': { zh: '反恐怖主义法', en: 'Counter-terrorism law' },
  'criminal-procedure-law': { zh: '刑事诉讼法', en: 'Criminal procedure law' },
  'road-transport-rules': { zh: '道路运输条例', en: 'Rules for road transport' },
};

/** Where a request for an extract stands. */
export const extractStateTexts: Readonly<Record<ExtractRow['state'], Text>> = {
  open: { zh: '待批准', en: 'Waits for approval' },
  expired: { zh: '已过期', en: 'Expired' },
  approved: { zh: '已批准，可打开', en: 'Approved, open' },
  rejected: { zh: '已否决', en: 'Rejected' },
  ended: { zh: '已关闭', en: 'Closed' },
};
