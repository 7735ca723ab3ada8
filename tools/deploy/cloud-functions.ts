import { timerFunctionSeconds } from '@tongcheng/cloudfunctions/app/reports/forming/slice';
import type { EnvironmentNames } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import { namesOf } from '@tongcheng/shared/endpoint';
import { everyFunction } from '../../host/functions';
import { operatorNames } from '../cloudbase/deployment-file';

/** What a function asks of the cloud. */
interface Asked {
  readonly summary: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Cron of the cloud: seven fields, in a zone that it does not promise: only schedules that are the same in every zone. */
  readonly timers?: readonly { readonly name: string; readonly cron: string }[];
}

/** A function of the cloud, what it asks and what it answers. */
export interface CloudFunction extends Required<Asked> {
  /** Names in its environment, read from its own wiring. */
  readonly names: EnvironmentNames;
  /** Operations that it answers over HTTP. */
  readonly operations: readonly string[];
}

type FunctionName = keyof typeof everyFunction;

const everyMinute = { name: 'every-minute', cron: '0 * * * * * *' };
const everyFiveMinutes = { name: 'every-five-minutes', cron: '0 */5 * * * * *' };

/** One line for each function; a function without one does not compile. */
const asked: Readonly<Record<FunctionName, Asked>> = {
  identity: { summary: '登录、实名、状态 sign-in, real name, status', memoryMegabytes: 256, timeoutSeconds: 10 },
  cards: { summary: '绑定交通卡 transit cards', memoryMegabytes: 256, timeoutSeconds: 10 },
  venues: { summary: '乘车点、乘车码、贴纸 venues, ride codes, stickers', memoryMegabytes: 512, timeoutSeconds: 30 },
  devices: {
    summary: '设备：登记、登录、停用 devices: registered, signed in, revoked',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
  },
  partners: {
    summary: '合作系统：登记、密钥、停用 partner systems: registered, keys, revoked',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
  },
  rides: { summary: '扫码、核验、行程 scans, verdicts, history', memoryMegabytes: 256, timeoutSeconds: 10 },
  entries: { summary: '工作人员代登记 assisted scans', memoryMegabytes: 256, timeoutSeconds: 10 },
  coaches: {
    summary: '客车：发车、乘客登记、到站核验 coaches: departures, passengers, arrival',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
  },
  passes: {
    summary: '临时乘车身份证明 temporary identity passes',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
  },
  gates: {
    summary: '闸机：密钥、卡片集、刷卡记录 gates: keys, card sets, taps',
    memoryMegabytes: 256,
    timeoutSeconds: 20,
  },
  reports: { summary: '报表、投递、收件人 reports, deliveries, recipients', memoryMegabytes: 256, timeoutSeconds: 20 },
  oversight: {
    summary: '工作人员与管理员登录 sign-in of staff and officials',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
  },
  appeals: {
    summary: '申诉：提交、队列、答复 appeals: made, queued, answered',
    memoryMegabytes: 256,
    timeoutSeconds: 10,
  },
  tracing: {
    summary: '溯源：立案、数量、两人开启名单 tracing: cases, counts, names under two keys',
    memoryMegabytes: 512,
    timeoutSeconds: 60,
  },
  publications: {
    summary: '公开：客流、溯源次数、删除证明 published: ridership, tracings, deletions',
    memoryMegabytes: 512,
    timeoutSeconds: 20,
  },
  rights: {
    summary: '本人权利：谁看过、导出 rights of a rider: who looked, export',
    memoryMegabytes: 256,
    timeoutSeconds: 20,
  },
  'daily-report': {
    summary: '每日报表：生成并投递 forms and sends the daily reports',
    memoryMegabytes: 1024,
    timeoutSeconds: timerFunctionSeconds,
    timers: [everyFiveMinutes],
  },
  'card-sets': {
    summary: '闸机卡片集：快照与增量 card sets of gates: snapshots and deltas',
    memoryMegabytes: 1024,
    timeoutSeconds: timerFunctionSeconds,
    timers: [everyMinute],
  },
};

/** Names of a host: nobody simulates a city in the cloud, and the cloud counts for itself. */
const onlyOfHosts: ReadonlySet<string> = new Set([
  'TONGCHENG_DEMONSTRATION_PEOPLE_URL',
  'TONGCHENG_METRICS_TOKEN',
  // Mail is signed with a key in a file.
  'TONGCHENG_DKIM_SELECTOR',
]);

/** A function works with the keys of its role (decision 171), and has no files of its own. */
const isGiven = (name: string): boolean =>
  !onlyOfHosts.has(name) && !operatorNames.includes(name) && !name.endsWith('_FILE');

type FunctionModule = (typeof everyFunction)[FunctionName];

const withModule = (asks: Asked, each: FunctionModule): CloudFunction => ({
  timers: [],
  ...asks,
  names: Object.fromEntries(Object.entries(each.container.names).filter(([name]) => isGiven(name))),
  operations: 'routes' in each ? each.routes.flatMap(({ endpoint }) => namesOf(endpoint)) : [],
});

const modules: ReadonlyMap<string, FunctionModule> = new Map(Object.entries(everyFunction));

/** Every function by its file's name, with its memory and time limit: the source of the deploy files (docs/decisions/097). */
export const cloudFunctions: Readonly<Record<string, CloudFunction>> = Object.fromEntries(
  Object.entries(asked).flatMap(([name, asks]) => {
    const each = modules.get(name);
    return each ? [[name, withModule(asks, each)]] : [];
  }),
);
