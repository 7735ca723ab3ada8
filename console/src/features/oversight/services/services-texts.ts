import {
  type outsideServices,
  type PlatformService,
  platformCalls,
  platformServices,
  type TimerWork,
} from '@tongcheng/shared/oversight/operation-names';
import type { Text } from '@tongcheng/shared/text';
import { fill } from '../../../ui/format';

/** Texts of the page of services and timers. */
export const servicesTexts = {
  title: { zh: '外部服务与定时任务', en: 'Outside services and timers' },
  rule: {
    zh: '属于整个系统，不分城市。外部服务每次被调用后更新；还没有调用过的服务不在表中。',
    en: 'Of the whole installation, not of one city. A line changes when its service is called; services that were never called are not listed.',
  },
  mail: { zh: '待发邮件', en: 'Mail that waits' },
  mailEmpty: { zh: '没有待发的报表邮件。', en: 'No report waits to be sent.' },
  mailWaits: {
    zh: '{n} 封报表邮件待发，最早一封 {time} 再试。',
    en: '{n} mails of reports wait; the first is tried again at {time}.',
  },
  mailNoneFailed: { zh: '最近 7 天没有发送失败。', en: 'None failed within the last seven days.' },
  mailFailed: {
    zh: '最近 7 天有 {n} 封没有发出。',
    en: '{n} were given up within the last seven days.',
  },
  mailFailedIn: {
    zh: '{city}：看 {n} 封没有发出的，重新发送',
    en: '{city}: see the {n} that were not sent, and send them again',
  },
  rests: { zh: '暂停调用，自 {time} 起；每几秒再试', en: 'Not asked since {time}; tried again every few seconds' },
  services: { zh: '外部服务', en: 'Outside services' },
  timers: { zh: '定时任务', en: 'Timers' },
  service: { zh: '服务', en: 'Service' },
  state: { zh: '状态', en: 'State' },
  answers: { zh: '正常', en: 'Answers' },
  away: { zh: '无法访问', en: 'Away' },
  answeredAt: { zh: '最近一次答复', en: 'Answered last' },
  failedAt: { zh: '最近一次失败', en: 'Failed last' },
  failure: { zh: '失败原因', en: 'Reason of the failure' },
  part: { zh: '任务', en: 'Work' },
  ranAt: { zh: '最近一次运行', en: 'Ran last' },
  took: { zh: '用时（秒）', en: 'Took (seconds)' },
  ranThrough: { zh: '已完成', en: 'Ran through' },
  failed: { zh: '失败，下次再做', en: 'Failed; the next run takes it up' },
  noServices: { zh: '还没有调用过外部服务。', en: 'No outside service was called yet.' },
  noTimers: { zh: '定时任务还没有运行过。', en: 'No timer ran yet.' },
} as const;

/** What services and timers tell on the morning page. */
export const servicesMorningTexts = {
  away: { zh: '{service}无法访问，最近一次失败在 {time}。', en: '{service} is away; it failed last at {time}.' },
  failed: { zh: '定时任务“{part}”在 {time} 失败。', en: 'The timer’s work “{part}” failed at {time}.' },
} as const;

const services: Readonly<Record<(typeof outsideServices)[number] | PlatformService, Text>> = {
  'real-name': { zh: '实名核验', en: 'Real-name check' },
  'health-status': { zh: '健康状态', en: 'Health status' },
  'health-status.handover': { zh: '健康码跳转', en: 'Handover to the health code' },
  'health-status.outcome': { zh: '健康码返回', en: 'Return from the health code' },
  'face-check': { zh: '人脸核验', en: 'Face check' },
  'face-check.outcome': { zh: '人脸核验结果', en: 'Outcome of the face check' },
  'card-issuer': { zh: '交通卡', en: 'Card issuer' },
  'status-feed': { zh: '健康状态变更（批量）', en: 'Changes of health statuses, in bulk' },
  'status-feed.follow': { zh: '健康状态变更：登记持卡人', en: 'Changes of health statuses: following a card’s holder' },
  'status-feed.leave': { zh: '健康状态变更：取消登记', en: 'Changes of health statuses: no longer following' },
  'vehicle-locator': { zh: '车辆位置', en: 'Positions of vehicles' },
  notifier: { zh: '值班短信', en: 'Messages to people on duty' },
  'bureau-messages': { zh: '给主管部门的公众号消息', en: 'Messages to accounts of bureaus' },
  signInWeb: { zh: '网页登录', en: 'Sign-in on the web' },
  signInWechat: { zh: '微信登录', en: 'Sign-in by WeChat' },
  signInAlipay: { zh: '支付宝登录', en: 'Sign-in by Alipay' },
};

const platforms: Readonly<Record<PlatformService, Text>> = {
  signInWeb: { zh: '网页', en: 'the web' },
  signInWechat: { zh: '微信', en: 'WeChat' },
  signInAlipay: { zh: '支付宝', en: 'Alipay' },
};

/** What a platform does besides signing in, of the platform in braces. */
const calls: Readonly<Record<(typeof platformCalls)[number], Text>> = {
  identity: { zh: '{platform}实名', en: 'Identity from {platform}' },
  phone: { zh: '{platform}手机号', en: 'Phone number from {platform}' },
  'text-check': { zh: '{platform}文字检查', en: 'Check of words by {platform}' },
  messages: { zh: '{platform}消息', en: 'Messages by {platform}' },
};

const parts: Readonly<Record<TimerWork, Text>> = {
  'coming days': { zh: '准备今后几天', en: 'Preparing the coming days' },
  'access log': { zh: '访问记录封存', en: 'Sealing the access log' },
  'access log that is past': { zh: '访问记录归档与到期', en: 'Archiving and ending the access log' },
  'daily reports': { zh: '每日报表与发送', en: 'Daily reports and their deliveries' },
  'exposure notices': { zh: '通知同乘人员', en: 'Telling those exposed' },
  'usual durations': { zh: '平常用时', en: 'Usual durations' },
  'open figures': { zh: '公开客流', en: 'Open figures' },
  'quality of registration': { zh: '登记质量', en: 'Quality of registration' },
  alerts: { zh: '值班通知', en: 'Alerts' },
  retention: { zh: '到期清除', en: 'Retention' },
  'closed persons': { zh: '注销账号清除', en: 'Erasure of closed accounts' },
  'issuers’ lists': { zh: '发卡单位名单生效', en: 'Lists of card issuers put in force' },
  'card sets': { zh: '闸机卡片名单', en: 'Card sets of gates' },
};

const asItIs = (name: string): Text => ({ zh: name, en: name });
const texts: Readonly<Record<string, Text>> = { ...services, ...parts };

const ofPlatform = (service: string): Text | undefined => {
  const platform = platformServices.find((each) => service.startsWith(`${each}.`));
  const call = platformCalls.find((each) => service === `${platform}.${each}`);
  if (!platform || !call) return undefined;
  const { zh, en } = platforms[platform];
  return { zh: fill(calls[call], 'zh', { platform: zh }), en: fill(calls[call], 'en', { platform: en }) };
};

/** What a service is called; by its own name one that an earlier release noted and this one has not. */
export const serviceName = (service: string): Text => texts[service] ?? ofPlatform(service) ?? asItIs(service);

/** What a part of the timers' work is called. */
export const partName = (part: string): Text => texts[part] ?? asItIs(part);
