import type { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import type { Text } from '@tongcheng/shared/text';
import type { CapabilitySettings } from '@tongcheng/shared/venues/capabilities';
import type { RideSettings } from '@tongcheng/shared/venues/city-settings';
import type { ProvinceSettings, ReportSettings } from '@tongcheng/shared/venues/province-settings';

/** What a setting is called and what it does. */
export interface SettingText {
  readonly name: Text;
  readonly help: Text;
}
type Words<K extends string> = Readonly<Record<K, SettingText>>;

/** Texts of the page of settings. */
export const settingsTexts = {
  title: { zh: '城市设置', en: 'Settings of the city' },
  rule: {
    zh: '这些设置来自部署时的城市文件（settings.json），在这里只能看。要改，请把文件交给部署的工程师，改好后重新导入。告示和准入规则在“告示与准入”里改，问答在“指南”里看。',
    en: 'These settings come from the city’s file (settings.json) of the deployment and can only be read here. To change one, ask the engineer who deploys: the file is changed and brought in again. Announcements and admission rules are changed under “Announcements and rules”; questions and answers stand in the guide.',
  },
  part: { zh: '部分', en: 'Part' },
  setting: { zh: '设置', en: 'Setting' },
  value: { zh: '现在的值', en: 'Value now' },
  meaning: { zh: '含义', en: 'What it does' },
  field: { zh: '文件中的字段', en: 'Field in the file' },
  notSet: { zh: '没有设置，按默认', en: 'not set: the default holds' },
  many: { zh: '共 {n} 项', en: '{n} of them' },
  none: { zh: '无', en: 'none' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  general: { zh: '基本', en: 'General' },
  rides: { zh: '乘车规则', en: 'Rides' },
  reports: { zh: '日报', en: 'Daily report' },
  capabilities: { zh: '开通的业务', en: 'What the city has' },
  province: { zh: '所在省', en: 'Its province' },
} as const satisfies Readonly<Record<string, Text>>;

/** Settings of the city itself. A new one does not compile without its words. */
export const generalTexts: Words<Exclude<keyof SettingsInFile, 'rides' | 'reports' | 'capabilities'>> = {
  city: { name: { zh: '城市代码', en: 'City code' }, help: { zh: '国标行政区划代码', en: 'By GB/T 2260' } },
  name: {
    name: { zh: '名称', en: 'Name' },
    help: { zh: '乘客和报表看到的名称', en: 'As riders and reports show it' },
  },
  hotline: {
    name: { zh: '热线电话', en: 'Hotline' },
    help: { zh: '乘客遇到困难时拨打', en: 'Riders call it when they are stuck' },
  },
  place: {
    name: { zh: '城市位置', en: 'Where it is' },
    help: {
      zh: '城市中心与线路覆盖的半径；同一人过快地在两座城市扫码会被标记疑点',
      en: 'Its middle and how far its lines go; who scans in two cities sooner than anybody travels is doubted',
    },
  },
  entrances: {
    name: { zh: '入口名称', en: 'Ways in' },
    help: {
      zh: '乘客不扫码时在哪里、用什么名字找到应用',
      en: 'Where and under which name riders find the app without a code',
    },
  },
  healthCode: {
    name: { zh: '健康码页面', en: 'Pages of the health code' },
    help: { zh: '缺少健康状态时打开的页面', en: 'Opened where a health status is missing' },
  },
  rolloverHour: {
    name: { zh: '运营日开始（时）', en: 'Service day begins (hour)' },
    help: { zh: '这一小时以前的行程算前一天', en: 'Rides before this hour count for the day before' },
  },
  retentionDays: {
    name: { zh: '行程留存（天）', en: 'Scans are kept (days)' },
    help: {
      zh: '到期后当天的密钥销毁，行程不能再与任何人对应',
      en: 'Then the key of the day is destroyed and nobody can be matched with its rides',
    },
  },
  cardKinds: {
    name: { zh: '可绑定的交通卡', en: 'Cards that can be bound' },
    help: { zh: '乘客绑卡时的选择', en: 'What riders choose from' },
  },
  modes: {
    name: { zh: '交通方式', en: 'Modes' },
    help: { zh: '在本市扫码乘车的交通方式', en: 'Which modes are scanned for in this city' },
  },
  placeSets: {
    name: { zh: '地点集', en: 'Sets of places' },
    help: { zh: '准入规则可以整组引用的乘车点和线路', en: 'Venues and lines that admission rules can name together' },
  },
  appealHours: {
    name: { zh: '申诉答复时限（小时）', en: 'Appeals are answered within (hours)' },
    help: { zh: '超过即列为逾期', en: 'Later ones are shown as overdue' },
  },
  openFigures: {
    name: { zh: '公开客流', en: 'Open figures' },
    help: {
      zh: '是否公开每日客流，以及少于多少人就不单独列出（最少 5，默认 10）',
      en: 'Whether ridership is published, and how few people are never told apart (at least 5, usually 10)',
    },
  },
  demonstration: {
    name: { zh: '演示城市', en: 'Demonstration' },
    help: { zh: '数据为模拟，正式部署拒绝启动', en: 'Its data is simulated; a real installation refuses it' },
  },
};

/** Settings of rides. */
export const rideTexts: Words<keyof RideSettings> = {
  repeatWithinSeconds: {
    name: { zh: '重复扫码（秒）', en: 'Repeated scan (seconds)' },
    help: { zh: '这段时间内再扫同一个码不算新行程', en: 'The same code again within this time is no new ride' },
  },
  longestRideMinutes: {
    name: { zh: '最长乘车时间（分钟）', en: 'Longest ride (minutes)' },
    help: { zh: '没有扫下车码的行程最晚到这时结束', en: 'A ride whose end is not scanned ends then at the latest' },
  },
  taxiIntervalMinutes: {
    name: { zh: '出租车间隔（分钟）', en: 'Interval of taxis (minutes)' },
    help: {
      zh: '下车后这段时间内上同一辆车的也算同乘',
      en: 'Who boards the same car within this time after an alighting counts as exposed',
    },
  },
  lateAfterSeconds: {
    name: { zh: '迟到的扫码（秒）', en: 'Late scan (seconds)' },
    help: { zh: '晚于这段时间送达的扫码会标记', en: 'A scan that arrives later is flagged' },
  },
  offlineDays: {
    name: { zh: '离线补传（天）', en: 'Offline delivery (days)' },
    help: { zh: '手机离线的扫码最晚几天内补传', en: 'How long phones may still deliver a scan' },
  },
  scansPerDay: {
    name: { zh: '每人每天扫码次数', en: 'Scans of one person a day' },
    help: {
      zh: '超过先标记并不计入合计，超过上限则不再接受',
      en: 'More are flagged and in no sum; above the limit none is taken',
    },
  },
  communityWorkerADay: {
    name: { zh: '社区工作者每天代登记', en: 'Registered by a community worker a day' },
    help: { zh: '每人每天最多代他人登记的次数', en: 'At most so many for others' },
  },
  exposureUntil: {
    name: { zh: '没有下车扫码时同乘算到', en: 'Exposure without an end lasts' },
    help: {
      zh: '到最长乘车时间（稳妥），或到通常时长的上限（准确）',
      en: 'To the longest ride (safe) or to the usual bound (precise)',
    },
  },
  fastestKmPerHour: {
    name: { zh: '最快移动速度（公里/小时）', en: 'Fastest travel (km/h)' },
    help: { zh: '两次扫码之间快于此即标记', en: 'Faster between two scans is flagged' },
  },
  closedHours: {
    name: { zh: '停运时段', en: 'Closed hours' },
    help: { zh: '停运时段的扫码会标记', en: 'Scans in these hours are flagged' },
  },
};

/** Settings of reports. */
export const reportSettingTexts: Words<keyof ReportSettings> = {
  formFromHour: {
    name: { zh: '开始生成（时）', en: 'Formed from (hour)' },
    help: { zh: '每天从这个钟点起生成前一天的日报', en: 'The report of the day before is formed from this hour on' },
  },
  protection: {
    name: { zh: '附件保护', en: 'Protection of the file' },
    help: {
      zh: '密码加密、通过链接，或只发脱敏版',
      en: 'Encrypted, by a link, or the masked form alone',
    },
  },
};

/** What a city can have. */
export const capabilitySettingTexts: Words<keyof CapabilitySettings> = {
  city: { name: { zh: '城市乘车', en: 'City rides' }, help: { zh: '扫码乘车、日报', en: 'Scans, verdicts, reports' } },
  coaches: {
    name: { zh: '长途客运', en: 'Coaches' },
    help: { zh: '发车登记、到站核验、台账', en: 'Departures, arrivals, ledgers' },
  },
  tickets: {
    name: { zh: '道路客运电子客票', en: 'Road e-tickets' },
    help: { zh: '电子客票', en: 'Tickets of coaches' },
  },
  passes: {
    name: { zh: '临时乘车身份证明', en: 'Temporary identity passes' },
    help: { zh: '忘带证件时的证明', en: 'For who forgot the document' },
  },
  gates: { name: { zh: '闸机与读卡器', en: 'Gates and readers' }, help: { zh: '刷卡进站', en: 'Cards at gates' } },
  tracing: {
    name: { zh: '同乘溯源', en: 'Tracing' },
    help: { zh: '卫生部门两人开启', en: 'By two officials of the health office' },
  },
};

/** Settings of the province. */
export const provinceSettingTexts: Words<Exclude<keyof ProvinceSettings, 'capabilities' | 'reports'>> = {
  province: { name: { zh: '省代码', en: 'Province code' }, help: { zh: '国标行政区划代码', en: 'By GB/T 2260' } },
  name: { name: { zh: '名称', en: 'Name' }, help: { zh: '省的名称', en: 'The province’s name' } },
  hotline: { name: { zh: '热线电话', en: 'Hotline' }, help: { zh: '省级热线', en: 'Of the province' } },
  rolloverHour: {
    name: { zh: '运营日开始（时）', en: 'Service day begins (hour)' },
    help: { zh: '省级报表的日界', en: 'Where a day of the province’s reports begins' },
  },
  retentionDays: {
    name: { zh: '省级留存（天）', en: 'Kept by the province (days)' },
    help: { zh: '省级数据可以与人对应的天数', en: 'Days that what the province keeps may be linked to a person' },
  },
};
