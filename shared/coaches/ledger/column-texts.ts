import type { Text } from '../../text';

/** The columns of a ledger's template, in its order. */
export const ledgerColumns = [
  'departsOn',
  'departsAt',
  'plate',
  'service',
  'serviceNumber',
  'origin',
  'destination',
  'aboard',
  'seat',
  'name',
  'documentKind',
  'documentNumber',
  'phone',
  'addressBefore',
  'addressThere',
  'present',
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

/** The headings of a ledger's template. */
export const columnTexts: Readonly<Record<LedgerColumn, Text>> = {
  departsOn: { zh: '发车日期', en: 'Departure date' },
  departsAt: { zh: '发车时间', en: 'Departure time' },
  plate: { zh: '车牌号', en: 'Plate' },
  service: { zh: '班线或包车', en: 'Line or charter' },
  serviceNumber: { zh: '班次号', en: 'Service number' },
  origin: { zh: '始发站', en: 'Origin' },
  destination: { zh: '到达站', en: 'Destination' },
  aboard: { zh: '实载人数', en: 'Aboard' },
  seat: { zh: '座位号', en: 'Seat' },
  name: { zh: '姓名', en: 'Name' },
  documentKind: { zh: '证件类型', en: 'Document' },
  documentNumber: { zh: '证件号码', en: 'Document number' },
  phone: { zh: '联系电话', en: 'Phone' },
  addressBefore: { zh: '来前地址', en: 'Address before coming' },
  addressThere: { zh: '到达后地址', en: 'Address there' },
  present: { zh: '到站核验', en: 'Present on arrival' },
};

/** What else ledgers call them. */
export const otherHeadings: Readonly<Record<LedgerColumn, readonly string[]>> = {
  departsOn: ['日期', '乘车日期', '班次日期', 'date'],
  departsAt: ['发车日期时间', '开车时间', '发车时刻', 'departure', 'time'],
  plate: ['车牌', '车牌号码', '车号', 'plate number'],
  service: ['类型', '客运类型', 'service'],
  serviceNumber: ['班次', '车次', '班次编号', 'trip'],
  origin: ['始发地', '出发地', '起点', '上车站', '出发站', 'from'],
  destination: ['目的地', '终点', '终点站', '到达地', '下车站', 'to'],
  aboard: ['人数', '乘车人数', '载客人数', 'passengers'],
  seat: ['座号', '座位', 'seat number'],
  name: ['乘客姓名', '旅客姓名', 'passenger'],
  documentKind: ['证件', '证件种类', 'document type'],
  documentNumber: ['证件号', '身份证号', '身份证号码', '有效证件号码', 'id number'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系方式', 'mobile'],
  addressBefore: ['出发地址', '来源地地址', '现住址'],
  addressThere: ['目的地地址', '到达地址', '抵达后住址'],
  present: ['是否到站', '是否到达', '核验', 'present'],
};
