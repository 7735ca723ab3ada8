import * as appeals from '@tongcheng/cloudfunctions/functions/appeals';
import * as cards from '@tongcheng/cloudfunctions/functions/cards';
import * as dailyReport from '@tongcheng/cloudfunctions/functions/daily-report';
import * as devices from '@tongcheng/cloudfunctions/functions/devices';
import * as entries from '@tongcheng/cloudfunctions/functions/entries';
import * as identity from '@tongcheng/cloudfunctions/functions/identity';
import * as oversight from '@tongcheng/cloudfunctions/functions/oversight';
import * as partners from '@tongcheng/cloudfunctions/functions/partners';
import * as reports from '@tongcheng/cloudfunctions/functions/reports';
import * as rides from '@tongcheng/cloudfunctions/functions/rides';
import * as rights from '@tongcheng/cloudfunctions/functions/rights';
import * as venues from '@tongcheng/cloudfunctions/functions/venues';
import type { EnvironmentNames } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import { namesOf } from '@tongcheng/shared/endpoint';

/** A function of the cloud and what it asks of it. */
export interface CloudFunction {
  readonly summary: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Cron of the cloud: seven fields, UTC. */
  readonly timers: readonly { readonly name: string; readonly cron: string }[];
  /** Names in its environment, read from its own wiring. */
  readonly names: EnvironmentNames;
  /** Operations that it answers over HTTP. */
  readonly operations: readonly string[];
}

type Module = {
  readonly container: { readonly names: EnvironmentNames };
  readonly routes?: readonly { readonly endpoint: { readonly name: string } }[];
};

/** Names of a host: nobody simulates a city in the cloud, and the cloud counts for itself. */
const onlyOfHosts: ReadonlySet<string> = new Set(['TONGCHENG_DEMONSTRATION_PEOPLE_URL', 'TONGCHENG_METRICS_TOKEN']);

const declared = (
  summary: string,
  { container, routes = [] }: Module,
  memoryMegabytes: number,
  timeoutSeconds: number,
  timers: CloudFunction['timers'] = [],
): CloudFunction => ({
  summary,
  memoryMegabytes,
  timeoutSeconds,
  timers,
  names: Object.fromEntries(Object.entries(container.names).filter(([name]) => !onlyOfHosts.has(name))),
  operations: routes.flatMap(({ endpoint }) => namesOf(endpoint)),
});

/** Every function by its file's name, with its memory and time limit: the source of the deploy files (docs/decisions/097). */
export const cloudFunctions: Readonly<Record<string, CloudFunction>> = {
  identity: declared('登录、实名、状态 sign-in, real name, status', identity, 256, 10),
  cards: declared('绑定交通卡 transit cards', cards, 256, 10),
  venues: declared('乘车点、乘车码、贴纸 venues, ride codes, stickers', venues, 512, 30),
  devices: declared('设备：登记、登录、停用 devices: registered, signed in, revoked', devices, 256, 10),
  partners: declared('合作系统：登记、密钥、停用 partner systems: registered, keys, revoked', partners, 256, 10),
  rides: declared('扫码、核验、行程 scans, verdicts, history', rides, 256, 10),
  entries: declared('工作人员代登记 assisted scans', entries, 256, 10),
  reports: declared('报表、投递、收件人 reports, deliveries, recipients', reports, 256, 20),
  oversight: declared('工作人员与管理员登录 sign-in of staff and officials', oversight, 256, 10),
  appeals: declared('申诉：提交、队列、答复 appeals: made, queued, answered', appeals, 256, 10),
  rights: declared('本人权利：谁看过、导出 rights of a rider: who looked, export', rights, 256, 20),
  'daily-report': declared('每日报表：生成并投递 forms and sends the daily reports', dailyReport, 1024, 900, [
    { name: 'every-five-minutes', cron: '0 */5 * * * * *' },
  ]),
};
