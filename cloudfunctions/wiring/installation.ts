import { checkPhone } from '@tongcheng/shared/identity/phones';
import * as z from 'zod';

/** An http(s) address without its last slash. */
export const webAddress = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''));

/** What an installation sets whatever adapters it chooses. */
export const Installation = z.object({
  /** 乘客手机打开的网址，写进乘车码和链接。 The address inside ride codes and links, as phones reach it: `https://ride.example.cn`. */
  TONGCHENG_PUBLIC_URL: webAddress,
  /** 新收件人要等几小时才收到第一份报表。 How many hours a new recipient waits before the first report. */
  TONGCHENG_RECIPIENT_DELAY_HOURS: z.coerce.number().int().min(0).max(168).default(24),
  /**
   * 报表附件上限（MB），更大的一律发链接；邮件比文件大三分之一。
   * The largest report that is attached to a mail, in megabytes; a larger one goes by link whatever its city chose. A mail is a third larger than its file.
   */
  TONGCHENG_REPORT_ATTACHMENT_MB: z.coerce.number().int().min(0).max(100).default(20),
  /** 用哪种服务号把报表链接发给主管部门：nowhere 或 wechat-service；nowhere 只发邮件。 By which service accounts bureaus get reports: `nowhere` (mail only) or `wechat-service`. */
  TONGCHENG_BUREAU_MESSAGES: z.string().default('nowhere'),
  /** 值班手机号，逗号分隔；报表送不出去时发短信。 Phones of the people on duty, separated by commas: they learn by message of reports that could not be delivered. */
  TONGCHENG_DUTY_PHONES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean)
        .map(checkPhone),
    )
    .refine((phones) => !phones.includes(undefined), 'not a phone')
    .transform((phones) => phones.filter((phone) => phone !== undefined)),
  /** 每个网络地址每日实名核验次数；服务台会代多人登记。 Identity checks a day of one network address; a service desk registers many. */
  TONGCHENG_TRIES_PER_ADDRESS: z.coerce.number().int().min(1).default(200),
  /** 仅灾后使用：密钥比数据旧也启动（决定 152）。 After a disaster only: starts though the keys are an older copy than the data (decision 152). */
  TONGCHENG_ACCEPT_OLDER_KEYS: z.enum(['yes', 'no']).default('no'),
  /** 让别的机器读 /metrics 的口令，至少 32 位；不设则只有本机能读。 Opens `/metrics` of a host to a watcher elsewhere, at least 32 characters; without it only this machine may look. */
  TONGCHENG_METRICS_TOKEN: z.string().min(32).optional(),
  /** The page of demonstration people, only where the city is simulated. */
  TONGCHENG_DEMONSTRATION_PEOPLE_URL: z.string().optional(),
  /** 未登录时每个网络地址每分钟请求数。 Requests a minute of one network address without a session. */
  TONGCHENG_ANYONE_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  /** 每个会话每分钟请求数。 Requests a minute of one session. */
  TONGCHENG_SESSION_PER_MINUTE: z.coerce.number().int().min(1).default(300),
});
export type Installation = z.output<typeof Installation>;
