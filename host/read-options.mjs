// @ts-check
// Plain JavaScript on Node's own modules: `npm start` answers a wrong or asking command line with it before anything
// is installed or built.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const declared = /** @type {const} */ ({
  port: { type: 'string', default: '8080' },
  address: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string' },
  'key-file': { type: 'string' },
  'public-url': { type: 'string' },
  'no-city': { type: 'boolean', default: false },
  'no-province': { type: 'boolean', default: false },
  'no-gates': { type: 'boolean', default: false },
  cities: { type: 'string' },
  'platform-files': { type: 'string' },
  'trusted-proxy': { type: 'string', multiple: true },
  'drain-seconds': { type: 'string', default: '0' },
  speed: { type: 'string', default: '1' },
  journeys: { type: 'string', default: '20000' },
  help: { type: 'boolean', default: false },
});

/** What `npm start -- --help` says. */
export const usage = `npm start -- [options]

  --port 8080           端口 port of the gateway
  --address 127.0.0.1   监听地址 address to listen on
  --data ./data         数据目录，也可用 TONGCHENG_DATA folder of everything that is kept, or TONGCHENG_DATA
  --key-file FILE       主密钥文件（默认在数据目录旁），也可用 TONGCHENG_KEY_FILE master key, by default beside the data folder
  --public-url URL      乘车码里的地址 address inside ride codes, by default the gateway's own
  --no-city             不带模拟城市（正式安装）no simulated city: a real installation
  --no-province         不带模拟的辽宁客运 without the simulated coaches of Liaoning
  --no-gates            不带模拟的北京闸机 without the simulated gates of Beijing
  --cities DIR          城市文件所在目录（正式安装用）folder of city files, for a real installation
  --platform-files DIR  平台校验文件目录 folder of WeChat's and Alipay's verification files (/R/NAME.txt)
  --trusted-proxy ADDR  相信这个反向代理转告的来访地址 believe this reverse proxy on callers’ addresses
  --drain-seconds 0     收到 SIGTERM 后先继续服务几秒，让反向代理把乘客引到别处 serve on for so long after SIGTERM, not ready, so that proxies send riders elsewhere
  --speed 1             模拟城市的快慢 how many times faster than real time the city lives
  --journeys 20000      首次启动时昨天的出行数，0 为没有，否则至少 1000 journeys of yesterday at the first start: none with 0, else at least 1000
`;

/**
 * Reads the command line; throws with a sentence for the person who typed it. `undefined` when only help was asked for.
 *
 * @param {readonly string[]} argv
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {import('./options').HostOptions | undefined}
 */
export function readOptions(argv, environment = process.env) {
  const values = parsed(argv);
  if (values.help) return undefined;
  const port = whole('port', values.port, 0, 65_535);
  const dataFolder = resolve(said('data', values.data, environment.TONGCHENG_DATA) ?? './data');
  const keyFile = said('key-file', values['key-file'], environment.TONGCHENG_KEY_FILE);
  return {
    port,
    address: values.address,
    dataFolder,
    keyFile: resolve(keyFile ?? `${dataFolder}.key`),
    city: !values['no-city'],
    province: !values['no-city'] && !values['no-province'],
    gates: !values['no-city'] && !values['no-gates'],
    ...(values.cities === undefined ? {} : { citiesFolder: resolve(values.cities) }),
    ...(values['platform-files'] === undefined ? {} : { platformFiles: resolve(values['platform-files']) }),
    ...(values['trusted-proxy'] === undefined ? {} : { trustedProxies: values['trusted-proxy'].map(proxy) }),
    drainSeconds: whole('drain-seconds', values['drain-seconds'], 0, 120),
    speed: whole('speed', values.speed, 1, 1_000),
    journeys: whole('journeys', values.journeys, 0, 1_000_000),
    publicUrl:
      values['public-url'] ?? `http://${isIP(values.address) === 6 ? `[${values.address}]` : values.address}:${port}`,
  };
}

/**
 * What the command line or the environment says; neither silently outdoes the other.
 *
 * @param {string} name
 * @param {string | undefined} option
 * @param {string | undefined} variable set to nothing is not set
 */
function said(name, option, variable) {
  const set = variable === '' ? undefined : variable;
  if (option === undefined || set === undefined || option === set) return option ?? set;
  const variableName = `TONGCHENG_${name.replace('-', '_').toUpperCase()}`;
  throw new Error(
    `--${name} 和 ${variableName} 说法不同，请只留一个。 --${name} and ${variableName} differ: leave one of them: ${option}, ${set}`,
  );
}

/** @param {readonly string[]} argv */
function parsed(argv) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: false }).values;
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : '';
    throw new Error(`选项有误 an option is wrong: ${message}\n\n${usage}`, { cause: fault });
  }
}

/**
 * An address or a range, never a name: a name would believe whoever answers for it.
 *
 * @param {string} text
 */
function proxy(text) {
  const [address = '', bits = '0', ...rest] = text.split('/');
  const isRange = /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32) && rest.length === 0;
  if (isIP(address) !== 0 && isRange) return text;
  throw new Error(`--trusted-proxy 应为地址或网段 must be an address or a range: ${text}`);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function whole(name, text, from, to) {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Error(`--${name} 应为 ${from} 到 ${to} 的整数 must be a whole number from ${from} to ${to}: ${text}`);
}
