// The arithmetic of docs/scale.md: `node tools/scale.mjs --scansADay 20000000 --gbSecond 0.00011108 …` prints the table for your own figures.
import { parseArgs } from 'node:util';

/** Load and measured counts first; prices are examples in yuan: put today's price list of your region in their place. */
const parameters = {
  scansADay: 20_000_000,
  busiestHourShare: 0.12,
  repeatShare: 0.02,
  readsAScan: 1,
  writesAScan: 1,
  functionMsAScan: 60,
  memoryGb: 0.25,
  bytesAScan: 835,
  retentionDays: 14,
  replyKb: 2,
  gbSecond: 0.000_110_8,
  invocationsMillion: 1.33,
  readsMillion: 1.5,
  writesMillion: 5,
  gbStoredMonth: 2,
  gbOut: 0.8,
  scansASecondOfOneHost: 2_590,
  insertsASecondOfOneDatabase: 10_000,
};

const options = Object.fromEntries(Object.keys(parameters).map((name) => [name, { type: 'string' }]));
const given = Object.entries(parseArgs({ options }).values).map(([name, text]) => [name, Number(text)]);
if (given.some(([, value]) => !Number.isFinite(value) || value < 0)) throw new Error('every parameter is a number');
const p = { ...parameters, ...Object.fromEntries(given) };

const million = 1_000_000;
const peak = (p.scansADay * p.busiestHourShare) / 3_600;
const writes = p.scansADay * (1 - p.repeatShare) * p.writesAScan;
const reads = p.scansADay * p.readsAScan;
const gbSeconds = (p.scansADay * p.functionMsAScan * p.memoryGb) / 1_000;
const storedGb = (writes * p.bytesAScan * p.retentionDays) / 1e9;
const outGb = (p.scansADay * p.replyKb) / 1e6;
const costs = {
  'function time 函数资源': gbSeconds * p.gbSecond,
  'invocations 调用次数': (p.scansADay / million) * p.invocationsMillion,
  'reads 读': (reads / million) * p.readsMillion,
  'writes 写': (writes / million) * p.writesMillion,
  'storage, a day’s share 存储': (storedGb * p.gbStoredMonth) / 30,
  'traffic out 流量': outGb * p.gbOut,
};
const total = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
const rows = [
  ['scans a day 日扫码', p.scansADay],
  ['scans a second in the busiest hour 高峰每秒', peak],
  ['writes a day 写', writes],
  ['reads a day 读', reads],
  ['function GB-seconds a day 函数资源', gbSeconds],
  ['calls under way at once in the busiest hour 并发', (peak * p.functionMsAScan) / 1_000],
  ['stored, GB over the retention 存储', storedGb],
  ['hosts in the busiest hour 主机', Math.ceil(peak / p.scansASecondOfOneHost)],
  ['databases (shards) in the busiest hour 数据库', Math.ceil(peak / p.insertsASecondOfOneDatabase)],
  ...Object.entries(costs).map(([name, cost]) => [`${name}, ¥ per million scans`, (cost / p.scansADay) * million]),
  ['together, ¥ per million scans 合计', (total / p.scansADay) * million],
  ['together, ¥ a day 合计', total],
];
for (const [name, value] of rows) console.log(`| ${name} | ${number(value)} |`);
