/** What an installation asks outside of it, by the names of the places where it asks; the console has a text for each. */
export const outsideServices = [
  'real-name',
  'health-status',
  'health-status.handover',
  'health-status.outcome',
  'face-check',
  'face-check.outcome',
  'card-issuer',
  'status-feed',
  'status-feed.follow',
  'status-feed.leave',
  'vehicle-locator',
  'notifier',
  'bureau-messages',
] as const;

/** Platforms that riders come from. */
export const platformServices = ['signInWeb', 'signInWechat', 'signInAlipay'] as const;
export type PlatformService = (typeof platformServices)[number];

/** What a platform does besides signing riders in. */
export const platformCalls = ['identity', 'phone', 'text-check', 'messages'] as const;

/** The name of an outside service. */
export type OutsideService =
  | (typeof outsideServices)[number]
  | PlatformService
  | `${PlatformService}.${(typeof platformCalls)[number]}`;

/** The parts of the timers' work; the console has a text for each. */
export const timerWork = [
  'coming days',
  'access log',
  'access log that is past',
  'daily reports',
  'open figures',
  'quality of registration',
  'usual durations',
  'alerts',
  'exposure notices',
  'retention',
  'closed persons',
  'issuers’ lists',
  'card sets',
] as const;
export type TimerWork = (typeof timerWork)[number];
