import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { usualTapsPerMinute } from './taps/tap-limit';

/** How a gate was asked to run. */
export interface GateProgramOptions {
  /** Address of the installation; the one that the folder remembers where it is not given. */
  readonly server: string | undefined;
  /** One-time code, at the first start only. */
  readonly code: string | undefined;
  readonly folder: string;
  readonly port: number;
  readonly usualKind: string;
  readonly everyMs: number;
  readonly tapsPerMinute: number;
}

const text = { type: 'string' } as const;
const declared = {
  ...{ server: text, code: text, folder: text, kind: text, port: text, every: text, 'taps-per-minute': text },
  help: { type: 'boolean' },
} as const;

/** What `npm run gate -- --help` says. */
export const gateUsage = `npm run gate -- --server URL --code CODE --folder DIR [options]

  --server URL      系统地址，首次启动后记在目录里 address of the installation; remembered after the first start
  --code CODE       一次性登记码，只在首次启动时需要 one-time code, at the first start only
  --folder DIR      闸机自己的目录，只给一个程序用 folder of this gate, for one program only
  --port 8090       屏幕和读卡器在本机的端口 port on this machine for screen and readers
  --kind KIND       只报号码的读卡器读的是哪种卡，默认 beijing-yikatong kind of card of a reader that tells numbers only
  --taps-per-minute 90  最多每分钟查几次卡，多通道时调大 most taps looked up in a minute; more for several lanes
  --every 60        每隔多少秒与系统联系 seconds between two rounds with the server
`;

/** Reads the command line; undefined when only help was asked for. Throws a sentence for the person who typed it. */
export function readGateOptions(argv: readonly string[]): GateProgramOptions | undefined {
  const values = parsed(argv);
  if (values.help) return undefined;
  if (values.folder === undefined) throw new Error(`缺少 --folder。 --folder is missing.\n\n${gateUsage}`);
  const usualKind = values.kind ?? 'beijing-yikatong';
  if (!/^[a-z0-9-]{1,40}$/.test(usualKind)) throw new Error(`--kind 有误 is wrong: ${usualKind}`);
  return {
    server: values.server === undefined ? undefined : addressOf(values.server),
    code: values.code,
    folder: resolve(values.folder),
    port: whole('port', values.port ?? '8090', 0, 65_535),
    usualKind,
    tapsPerMinute: whole('taps-per-minute', values['taps-per-minute'] ?? String(usualTapsPerMinute), 10, 60_000),
    everyMs: whole('every', values.every ?? '60', 1, 3_600) * 1_000,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: false }).values;
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : '';
    throw new Error(`选项有误 an option is wrong: ${message}\n\n${gateUsage}`, { cause: fault });
  }
}

/** Keys and taps go over it: without TLS to this machine only. */
function addressOf(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  const isNear = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isNear)) return url.origin;
  throw new Error(
    `--server 须为 https 地址（本机可用 http） must be an https address, or http on this machine: ${typed}`,
  );
}

function whole(name: string, typed: string, from: number, to: number): number {
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new Error(`--${name} 应为 ${from} 到 ${to} 的整数 must be a whole number from ${from} to ${to}: ${typed}`);
}
