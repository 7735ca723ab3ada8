import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { type Finding, findingsInLines, problemOfValue } from './check-lines';
import { type DeploymentValues, operatorFile, operatorNames, parseValues } from './deployment-file';

/** Bytes of names and values that the platform gives a function. */
export const environmentBytes = 4_096;

/** A function and the names that it is deployed with. */
export interface Deployed {
  readonly name: string;
  readonly names: readonly string[];
}

/** What was found in a file of values, and how much each function's environment takes. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly sizes: readonly { readonly name: string; readonly bytes: number }[];
}

/** Reads a file of values as the deployment would, and names everything that is missing, wrong or too long. */
export function checkValues(text: string, functions: readonly Deployed[]): Checked {
  const values = parseValues(text);
  const sizes = functions.map(({ name, names }) => ({ name, bytes: bytesOf(names, values) }));
  const findings = [
    ...findingsInLines(text),
    ...Object.entries(values).flatMap(([name, value = '']) => found(name, problemOfValue(value))),
    ...Object.keys(values).flatMap((name) => found(name, problemOfName(name, functions))),
    ...missing(values),
    ...wrongSettings(values),
    ...wrongKeys(values),
    ...sizes.flatMap(({ name, bytes }) => found(name, bytes > environmentBytes ? tooLong(bytes) : undefined)),
  ];
  return { findings: [...new Map(findings.map((each) => [`${each.at} ${each.problem}`, each])).values()], sizes };
}

const found = (at: string, problem: string | undefined): readonly Finding[] =>
  problem === undefined ? [] : [{ at, problem }];

const tooLong = (bytes: number) =>
  `环境变量共 ${bytes} 字节，超过 ${environmentBytes} its environment takes ${bytes} bytes of ${environmentBytes}`;

/** Empty values are left out. */
const bytesOf = (names: readonly string[], values: DeploymentValues): number =>
  names
    .flatMap((name) => (values[name] ? [Buffer.byteLength(name) + Buffer.byteLength(values[name])] : []))
    .reduce((sum, bytes) => sum + bytes, 'TZUTC'.length);

function problemOfName(name: string, functions: readonly Deployed[]): string | undefined {
  if (operatorNames.includes(name))
    return `属于 ${operatorFile}，不得给云函数 belongs to ${operatorFile}; no function may have it`;
  if (name.endsWith('_FILE')) return '云函数没有文件 names a file; functions of the cloud have none';
  return functions.some(({ names }) => names.includes(name)) ? undefined : '没有云函数读取它 is read by no function';
}

const missing = ({ TONGCHENG_TENCENT_REGION: region, TONGCHENG_PUBLIC_URL: address = '' }: DeploymentValues) => [
  ...found('TONGCHENG_TENCENT_REGION', region ? undefined : '没有设置 is not set'),
  ...found('TONGCHENG_PUBLIC_URL', address.startsWith('http://') ? '须为 https must be https' : undefined),
];

/** The installation's own words for what is missing or wrong, of every adapter that these values choose. */
function wrongSettings(values: DeploymentValues): readonly Finding[] {
  try {
    readConfig(values, cloudbase);
    return [];
  } catch (fault) {
    const [, ...lines] = (fault instanceof Error ? fault.message : '').split('\n  ');
    return lines.map((line) => ({ at: line.split(': ')[0] ?? '', problem: line.split(': ').slice(1).join(': ') }));
  }
}

/** Keys of Alipay that are none would stop a function at its first call. */
const wrongKeys = (values: DeploymentValues): readonly Finding[] => [
  ...found(
    'TONGCHENG_ALIPAY_PRIVATE_KEY',
    notAKey(values.TONGCHENG_ALIPAY_PRIVATE_KEY, (key) => createPrivateKey({ key, format: 'der', type: 'pkcs8' })),
  ),
  ...found(
    'TONGCHENG_ALIPAY_PUBLIC_KEY',
    notAKey(values.TONGCHENG_ALIPAY_PUBLIC_KEY, (key) => createPublicKey({ key, format: 'der', type: 'spki' })),
  ),
];

function notAKey(text: string | undefined, read: (key: Buffer) => unknown): string | undefined {
  if (!text) return undefined;
  try {
    read(Buffer.from(text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, ''), 'base64'));
    return undefined;
  } catch {
    return '不是密钥 is no key';
  }
}
