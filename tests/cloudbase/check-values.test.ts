import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { checkValues } from '../../tools/cloudbase/check-values';
import { declaredDeployment } from '../../tools/cloudbase/deployment';
import { operatorNames } from '../../tools/cloudbase/deployment-file';

const functions = declaredDeployment().functions.map(({ name, envVariables }) => ({
  name,
  names: Object.keys(envVariables).filter((each) => each !== 'TZ'),
}));
const example = readFileSync('deploy/cloudbase/names.env.example', 'utf8');

const whole = {
  TONGCHENG_PUBLIC_URL: 'https://ride.example.cn',
  TONGCHENG_CLOUDBASE_ENV: 'town-1a2b3c',
  TONGCHENG_CLOUDBASE_KEYS_ENV: 'town-keys-3c4d',
  TONGCHENG_TENCENT_REGION: 'ap-guangzhou',
  TONGCHENG_KMS_KEY_ID: 'cmk-1',
  TONGCHENG_PROVIDERS_URL: 'https://services.example.cn',
  TONGCHENG_PROVIDERS_SECRET: 'a secret that is long enough for everybody',
  TONGCHENG_SMTP_HOST: 'smtp.example.cn',
  TONGCHENG_SMTP_PORT: '465',
  TONGCHENG_MAIL_FROM: 'reports@example.cn',
};
const written = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
const found = (text: string) => checkValues(text, functions).findings.map(({ at, problem }) => `${at}: ${problem}`);

const keysOf = (modulusLength: number) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return {
    TONGCHENG_SIGN_IN_ALIPAY: 'alipay',
    TONGCHENG_ALIPAY_APP_ID: '2021000000000000',
    TONGCHENG_ALIPAY_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    TONGCHENG_ALIPAY_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
};

test('a whole file has nothing to be mended, and each function’s size is that of its names and values', () => {
  const { findings, sizes } = checkValues(written(whole), [{ name: 'one', names: ['TONGCHENG_KMS_KEY_ID'] }]);
  expect(findings.filter(({ at }) => at === 'one')).toEqual([]);
  expect(sizes).toEqual([{ name: 'one', bytes: 'TZUTC'.length + 'TONGCHENG_KMS_KEY_IDcmk-1'.length }]);
  expect(found(written(whole))).toEqual([]);
});

test('the example as it is copied names what must be filled in, and nothing else', () => {
  const required = [...example.matchAll(/^# 必填 required\.\n(TONGCHENG_\w+)=$/gm)].map(([, name]) => name);
  expect(required).toEqual(expect.arrayContaining(Object.keys(whole)));
  const missing = found(example).map((line) => line.split(': ')[0]);
  expect([...new Set(missing)].sort()).toEqual([...required].sort());
  expect(found(example).join()).toMatch(/TONGCHENG_TENCENT_REGION: 没有设置 is not set/);
});

test.each([
  ['TONGCHENG_SMTP_PORT', 'many', /is wrong/],
  ['TONGCHENG_PUBLIC_URL', 'http://ride.example.cn', /must be https/],
  ['TONGCHENG_PROVIDERS_SECRET', 'short', /is wrong/],
  ['TONGCHENG_SMTP_PASSWORD', 'half#lost', /reads differently/],
  ['TONGCHENG_SMTP_PASSWORD', '"one\\ntwo"', /a line break/],
  ['TONGCHENG_SMTP_PASSWORD', '{"a":1}', /as an object/],
  ['TONGCHENG_SMTP_PASSWORD', 'a{{b}}', /would replace/],
  ['TONGCHENG_SMTP_PASSWORD', "' blank'", /with a blank/],
  ['TONGCHENG_SMTP_PASWORD', 'x', /read by no function/],
  ['TONGCHENG_DKIM_KEY_FILE', '/etc/dkim.pem', /names a file/],
  ['TONGCHENG_ALIPAY_PUBLIC_KEY', 'abc', /is no key/],
  ['TONGCHENG_NOTIFIER', 'pigeon', /one of: nowhere, tencent-sms/],
])('%s=%s is named, and its value is not', (name, value, problem) => {
  const lines = found(written({ ...whole, [name]: value }));
  expect(lines.filter((line) => line.startsWith(`${name}: `) && problem.test(line))).toHaveLength(1);
  if (value.length > 3) expect(lines.join()).not.toContain(value);
});

test('a line that is no value and a name that stands twice are named', () => {
  expect(found(`${written(whole)}-----BEGIN KEY-----\n`)).toEqual([
    expect.stringMatching(/^第 11 行 line 11: .*is not NAME=value/),
  ]);
  expect(found(`${written(whole)}TONGCHENG_SMTP_PORT=25\n`)).toEqual([
    expect.stringMatching(/TONGCHENG_SMTP_PORT: .*twice/),
  ]);
});

test('a key of 2048 bits has room in every function, one of 4096 has none where it is read', () => {
  const fits = checkValues(written({ ...whole, ...keysOf(2_048) }), functions);
  expect(fits.findings).toEqual([]);
  expect(Math.max(...fits.sizes.map(({ bytes }) => bytes))).toBeLessThan(4_096);
  const lines = found(written({ ...whole, ...keysOf(4_096) }));
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^identity: .*4096/)]));
});

test.each(operatorNames)('%s is refused among the values of functions, and no deploy file names it', (name) => {
  expect(found(written({ ...whole, [name]: 'qcs::123' }))).toEqual([expect.stringMatching(/belongs to operator\.env/)]);
  for (const file of ['serverless.yml', 'deploy/cloudbase/names.env.example', 'deploy/cloudbase/routes.json'])
    expect(readFileSync(file, 'utf8')).not.toContain(name);
});

test('each name that a function reads stands once in the example, explained in both languages', () => {
  const read = new Set(functions.flatMap(({ names }) => names));
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort()).toEqual([...read].sort());
  const blocks = example.split('\n\n').filter((block) => /^[A-Z_]+=/m.test(block));
  expect(blocks.filter((block) => !/^# .*\p{Script=Han}/mu.test(block) || !/^# .*[a-z]{2}/m.test(block))).toEqual([]);
  expect(existsSync('cloudbaserc.json')).toBe(false);
});
