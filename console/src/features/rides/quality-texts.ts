import type { Text } from '@tongcheng/shared/text';

/** Words of the quality of what was registered. */
export const qualityTexts = {
  title: { zh: '登记质量', en: 'Quality of registration' },
  about: {
    zh: '缺下车扫码、缺进站扫码、重复扫码、代登记，按线路、车辆和人员；次日统计。',
    en: 'Missing ends and entries, repeated scans, registrations by others: by line, vehicle and staff; counted the day after.',
  },
  days: { zh: '日期', en: 'Days' },
  counted: { zh: '已统计 {days} 天，{time}', en: 'Days counted: {days}, {time}' },
  none: {
    zh: '这些日子还没有统计。次日日报形成时统计。',
    en: 'These days are not counted yet. Each is when its report is formed, the day after.',
  },
  lines: { zh: '按线路', en: 'By line' },
  places: {
    zh: '按车辆、车厢和车站（缺得最多的在前）',
    en: 'By vehicle, carriage and station (those that lack most first)',
  },
  staff: { zh: '按登记人员', en: 'By who registered' },
  mode: { zh: '方式', en: 'Mode' },
  line: { zh: '线路', en: 'Line' },
  place: { zh: '地点', en: 'Place' },
  rides: { zh: '乘车', en: 'Rides' },
  missingEnds: { zh: '缺下车扫码', en: 'Ends missing' },
  missingEntries: { zh: '缺进站扫码', en: 'Entries missing' },
  repeats: { zh: '重复扫码', en: 'Repeated scans' },
  byOthers: { zh: '代登记', en: 'By others' },
  advice: { zh: '建议', en: 'What to do' },
  person: { zh: '人员', en: 'Member of staff' },
  role: { zh: '岗位', en: 'Role' },
  scans: { zh: '登记次数', en: 'Registrations' },
  nobody: { zh: '没有代登记。', en: 'Nobody registered for others.' },
  unknown: { zh: '已不在名单', en: 'No longer listed' },
  fine: { zh: '正常', en: 'As it should be' },
  endsAdvice: {
    zh: '下车口补贴乘车码，报站时提醒下车再扫一次',
    en: 'Post codes at the exits and remind riders to scan again when they get off',
  },
  entriesAdvice: {
    zh: '检查闸口和票口的乘车码是否看得见、扫得到',
    en: 'See whether the codes at gates and ticket windows can be seen and reached',
  },
  repeatsAdvice: {
    zh: '检查此处网络和贴码：乘客扫了不止一次',
    en: 'Look at the network and the sticker here: riders scan more than once',
  },
  othersAdvice: {
    zh: '代登记多：向老年乘客介绍家人代登记和实体卡',
    en: 'Many are registered by others: tell older riders about relatives and cards',
  },
} as const satisfies Readonly<Record<string, Text>>;
