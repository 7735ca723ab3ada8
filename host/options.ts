import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How this host was asked to run. */
export interface HostOptions {
  readonly port: number;
  readonly address: string;
  /** Everything that is kept: the store, files, mail. */
  readonly dataFolder: string;
  /** The master key, outside the data folder so that a copy of the data opens nothing. */
  readonly keyFile: string;
  readonly city: boolean;
  /** Folder of cities to bring in at the start; without one, those that are already in the store. */
  readonly citiesFolder?: string;
  /** How many times faster than real time the simulated city lives. */
  readonly speed: number;
  /** Journeys of yesterday with which the simulated city begins. */
  readonly journeys: number;
  readonly publicUrl: string;
}

const declared = {
  port: { type: 'string', default: '8080' },
  address: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string', default: './data' },
  'key-file': { type: 'string' },
  'public-url': { type: 'string' },
  'no-city': { type: 'boolean', default: false },
  cities: { type: 'string' },
  speed: { type: 'string', default: '1' },
  journeys: { type: 'string', default: '20000' },
  help: { type: 'boolean', default: false },
} as const;

/** What `npm start -- --help` says. */
export const usage = `npm start -- [options]

  --port 8080           端口 port of the gateway
  --address 127.0.0.1   监听地址 address to listen on
  --data ./data         数据目录 folder of everything that is kept
  --key-file FILE       主密钥文件（默认在数据目录旁）master key, by default beside the data folder
  --public-url URL      乘车码里的地址 address inside ride codes, by default the gateway's own
  --no-city             不带模拟城市（正式安装）no simulated city: a real installation
  --cities DIR          城市文件所在目录（正式安装用）folder of city files, for a real installation
  --speed 1             模拟城市的快慢 how many times faster than real time the city lives
  --journeys 20000      首次启动时昨天的出行数 journeys of yesterday at the first start
`;

/** Reads the command line; throws with a sentence for the person who typed it. `undefined` when only help was asked for. */
export function readOptions(argv: readonly string[]): HostOptions | undefined {
  const { values } = parseArgs({ args: [...argv], options: declared, allowPositionals: false });
  if (values.help) return undefined;
  const port = whole('port', values.port, 0, 65_535);
  const dataFolder = resolve(values.data);
  return {
    port,
    address: values.address,
    dataFolder,
    keyFile: resolve(values['key-file'] ?? `${dataFolder}.key`),
    city: !values['no-city'],
    ...(values.cities === undefined ? {} : { citiesFolder: resolve(values.cities) }),
    speed: whole('speed', values.speed, 1, 1_000),
    journeys: whole('journeys', values.journeys, 0, 1_000_000),
    publicUrl: values['public-url'] ?? `http://${values.address}:${port}`,
  };
}

function whole(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Error(`--${name} 应为 ${from} 到 ${to} 的整数 must be a whole number from ${from} to ${to}: ${text}`);
}
