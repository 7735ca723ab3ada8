import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { checkValues } from '../../../tools/cloudbase/check-values';
import { declaredDeployment, withValues } from '../../../tools/cloudbase/deployment';
import { operatorNames, parseValues } from '../../../tools/cloudbase/deployment-file';
import { isSignedBy, openCosStandIn } from '../../stand-ins/tencent/cos-stand-in';
import { openTencentStandIn } from '../../stand-ins/tencent/tencent-stand-in';
import { deployingActions, deployingFolder, handedOut, tcb } from './run-tool';

jest.setTimeout(300_000);

const declared = declaredDeployment();
const names = declared.functions.map(({ name }) => name);
const deployed = declared.functions.map(({ name, envVariables }) => ({ name, names: Object.keys(envVariables) }));

/** Values of every kind that a file of values may hold. */
const text = `TONGCHENG_PUBLIC_URL=https://ride.example.cn
TONGCHENG_CLOUDBASE_ENV=town-1a2b3c
TONGCHENG_CLOUDBASE_KEYS_ENV=town-keys-3c4d
TONGCHENG_TENCENT_REGION=ap-guangzhou
TONGCHENG_KMS_KEY_ID=cmk-1
TONGCHENG_PROVIDERS_URL=https://services.example.cn/?a=1&b=2
TONGCHENG_PROVIDERS_SECRET='a "quoted" $secret & more # of \\ thirty-two'
TONGCHENG_SMTP_HOST=smtp.example.cn
TONGCHENG_SMTP_PORT=465
TONGCHENG_SMTP_PASSWORD="it's \`one\` of them; (yes) 密码"
TONGCHENG_MAIL_FROM=reports@example.cn
`;
const values = parseValues(text);

const Deployed = z.object({
  FunctionName: z.string(),
  Role: z.string(),
  Environment: z.object({ Variables: z.array(z.object({ Key: z.string(), Value: z.string() })) }),
});
const Created = Deployed.extend({ Runtime: z.string(), Namespace: z.string(), Timeout: z.number() });

const Triggered = z.object({ FunctionName: z.string(), Triggers: z.string() });

/** What a function is to have: every name that it is declared with and that has a value. */
const expected = (name: string) => ({
  TZ: 'UTC',
  ...Object.fromEntries(
    Object.keys(declared.functions.find((each) => each.name === name)?.envVariables ?? {}).flatMap((each) =>
      values[each] ? [[each, values[each]]] : [],
    ),
  ),
});

const variablesOf = ({ Environment }: z.output<typeof Deployed>) =>
  Object.fromEntries(Environment.Variables.map(({ Key, Value }) => [Key, Value]));

test('the tool itself sends every function with every value as it is written, its role, its runtime and its timer', async () => {
  expect(checkValues(text, deployed).findings).toEqual([]);
  const cloud = await openTencentStandIn(deployingActions('town-1a2b3c'));
  const place = deployingFolder(cloud.endpoint, names);
  writeFileSync(join(place.folder, 'given.json'), withValues(declared, values));
  const { said } = await place.run(
    tcb,
    ...['--config-file', 'given.json', '-r', 'ap-guangzhou'],
    ...['fn', 'deploy', '--all', '--force', '--yes', '--deployMode', 'zip'],
  );
  const created = cloud.calls
    .filter(({ action }) => action === 'CreateFunction')
    .map((call) => Created.parse(call.question));
  expect([created.map(({ FunctionName }) => FunctionName).sort(), said]).toEqual([
    [...names].sort(),
    expect.any(String),
  ]);
  for (const each of created) {
    expect(each).toMatchObject({ Role: 'TCB_QcsRole', Runtime: 'Nodejs20.19', Namespace: 'town-1a2b3c' });
    expect([each.FunctionName, variablesOf(each)]).toEqual([each.FunctionName, expected(each.FunctionName)]);
    for (const name of operatorNames) expect(variablesOf(each)).not.toHaveProperty(name);
  }
  const triggers = cloud.calls
    .filter(({ action }) => action === 'BatchCreateTrigger')
    .map(({ question }) => Triggered.parse(question));
  // The tool sends functions side by side, in whatever order their packages are ready.
  expect(triggers.sort((one, other) => (one.FunctionName < other.FunctionName ? -1 : 1))).toEqual([
    {
      FunctionName: 'card-sets',
      Triggers: JSON.stringify([{ TriggerName: 'every-minute', Type: 'timer', TriggerDesc: '0 * * * * * *' }]),
    },
    {
      FunctionName: 'daily-report',
      Triggers: JSON.stringify([{ TriggerName: 'every-five-minutes', Type: 'timer', TriggerDesc: '0 */5 * * * * *' }]),
    },
  ]);
  place.remove();
  await cloud.close();
});

test('a function that is there already gets its values anew by the same tool', async () => {
  const cloud = await openTencentStandIn(deployingActions('town-1a2b3c'));
  const place = deployingFolder(cloud.endpoint, ['cards']);
  writeFileSync(join(place.folder, 'given.json'), withValues(declared, values));
  await place.run(
    tcb,
    ...['--config-file', 'given.json', '-r', 'ap-guangzhou'],
    ...['fn', 'config', 'update', 'cards', '--yes'],
  );
  const updated = cloud.calls
    .filter(({ action }) => action === 'UpdateFunctionConfiguration')
    .map((call) => Deployed.parse(call.question));
  expect(updated.map((each) => [each.FunctionName, each.Role, variablesOf(each)])).toEqual([
    ['cards', 'TCB_QcsRole', expected('cards')],
  ]);
  place.remove();
  await cloud.close();
});

const ofCos = 'a-secret-without-spaces';

test('the commands of steps 8 and 10 as they stand upload code and pages through the object store, each request signed, each byte there', async () => {
  const cos = await openCosStandIn(
    (request) => request.headers.authorization === handedOut || isSignedBy('AKID-test', ofCos, request),
  );
  const cloud = await openTencentStandIn(deployingActions('town-1a2b3c'));
  cloud.keys.set('AKID-test', { secretKey: ofCos });
  const place = deployingFolder(cloud.endpoint, names, { cosStandIn: cos.endpoint, secretKey: ofCos });
  const plain = text
    .replace(/^TONGCHENG_PROVIDERS_SECRET=.*$/m, 'TONGCHENG_PROVIDERS_SECRET=plain')
    .replace(/^TONGCHENG_SMTP_PASSWORD=.*$/m, '');
  writeFileSync(join(place.folder, '.env'), plain);
  // More than the tool puts at once.
  const pages = { 'R/AbCdEf1234.txt': Buffer.from('a file of the platform'), 'app/js/app.js': randomBytes(6_000_000) };
  for (const [path, bytes] of Object.entries(pages)) {
    mkdirSync(join(place.folder, 'dist', 'web', path, '..'), { recursive: true });
    writeFileSync(join(place.folder, 'dist', 'web', path), bytes);
  }
  const run = (...words: readonly string[]) =>
    place.run(tcb, '--config-file', 'serverless.yml', '-r', 'ap-guangzhou', ...words);
  const [functions, hosting] = await Promise.all([
    run('fn', 'deploy', '--all', '--force', '--yes'),
    run('hosting', 'deploy', 'dist/web'),
  ]);
  expect([functions.code, hosting.code, cos.refused]).toEqual([0, 0, []]);
  const created = cloud.calls
    .filter(({ action }) => action === 'CreateFunction')
    .map((call) => Created.parse(call.question));
  expect(created.map(({ FunctionName }) => FunctionName).sort()).toEqual([...names].sort());
  const cards = created.find(({ FunctionName }) => FunctionName === 'cards');
  expect(cards && variablesOf(cards)).toMatchObject({
    TONGCHENG_PROVIDERS_SECRET: 'plain',
    TONGCHENG_KMS_KEY_ID: 'cmk-1',
  });
  const codes = cos.files.filter(({ host }) => host === 'gztempcos-1253665819.cos.ap-guangzhou.myqcloud.com');
  expect(codes.map(({ key }) => key).sort()).toEqual(
    names.map((name) => `2026-11-30/1250000000/town-1a2b3c/${name}.zip`).sort(),
  );
  for (const { bytes } of codes) expect(bytes.subarray(0, 2).toString()).toBe('PK');
  for (const [path, bytes] of Object.entries(pages)) {
    const put = cos.files.filter(({ key }) => key === path);
    expect([path, put.map(({ host }) => host)]).toEqual([path, ['static-1250000000.cos.ap-guangzhou.tencentcos.cn']]);
    expect(put[0]?.bytes.equals(bytes)).toBe(true);
  }
  place.remove();
  await cloud.close();
  await cos.close();
});
