import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { registerOf } from '../../city/people/register';
import { type LocalProviders, startProviders } from '../../host/city/providers';
import { startPostgres } from '../servers/postgres';
import { openMailServer } from '../world/mail-server';
import { people } from '../world/people';
import { environmentIn } from '../world/town';

jest.setTimeout(90_000);
const folder = mkdtempSync(join(tmpdir(), 'tongcheng-check-'));
const secret = 'a secret of the tests, long enough for one';
const program = execFileSync(process.execPath, ['tools/bundled.mjs', 'host/check/main.ts'], {
  encoding: 'utf8',
}).trim();
let providers: LocalProviders;
let mail: Awaited<ReturnType<typeof openMailServer>>;

beforeAll(async () => {
  providers = await startProviders(registerOf(people), secret, Date.now);
  mail = await openMailServer();
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
});
afterAll(async () => {
  await providers.close();
  await mail.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command says of an installation in the folder, with these names in its file. */
async function check(names: Readonly<Record<string, string>>) {
  const file = join(folder, 'environment');
  const all = {
    ...environmentIn(folder),
    TONGCHENG_PROVIDERS_URL: providers.url,
    TONGCHENG_PROVIDERS_SECRET: secret,
    TONGCHENG_SMTP_PORT: String(mail.port),
    ...names,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  const ran = promisify(execFile)(process.execPath, [program, '--environment', file]);
  return ran.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (fault: { code: number; stdout: string; stderr: string }) => ({
      code: fault.code,
      text: fault.stdout + fault.stderr,
    }),
  );
}

test('before the first start: everything that can be reached is good, and nothing is made; a name that is set to nothing is not set', async () => {
  const { code, text } = await check({ TONGCHENG_NOTIFIER: '', TONGCHENG_BUREAU_MESSAGES: '' });
  expect(text).not.toMatch(/on duty|messages of reports/);
  expect([code, text]).toEqual([0, expect.stringMatching(/都好。 All is well/)]);
  for (const what of ['data folder', 'mail', 'real name', 'health status', 'card issuer', 'sign-in web'])
    expect(text).toMatch(new RegExp(`好 good +[^\\n]*${what}:`));
  for (const what of ['master key', 'objects'])
    expect(text).toMatch(new RegExp(`未证 unproven .*${what}: .*the first start makes it`));
  expect(mail.received).toEqual([]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['data', 'environment']);
});

test('without a data folder it makes none; with files it writes one and removes it', async () => {
  const nowhere = await check({ TONGCHENG_DATA: join(folder, 'nowhere') });
  expect([nowhere.code, nowhere.text]).toEqual([0, expect.stringMatching(/未证 unproven .*data folder: .*nowhere$/m)]);
  expect(readdirSync(folder)).not.toContain('nowhere');
  mkdirSync(join(folder, 'data', 'objects'), { mode: 0o700 });
  const { text } = await check({});
  expect(text).toMatch(/好 good +文件 objects: .*writes, reads and removes/);
  const left = readdirSync(join(folder, 'data', 'objects'), { recursive: true, withFileTypes: true });
  expect(left.filter((each) => each.isFile())).toEqual([]);
});

test('each that is wrong is named with its cause, all at once, and no secret is said', async () => {
  const { code, text } = await check({
    TONGCHENG_PROVIDERS_SECRET: 'another secret of nobody, long enough too',
    TONGCHENG_SMTP_PORT: '1',
    TONGCHENG_DATA: join(folder, 'environment'),
  });
  expect(code).toBe(1);
  expect(text).toMatch(/不对 WRONG +数据目录 data folder: .*it is no folder/);
  expect(text).toMatch(/不对 WRONG +邮件 mail: .*ECONNREFUSED/);
  expect(text).toMatch(/不对 WRONG +实名核验 real name: .*(not signed|401)/);
  expect(text).toMatch(/[1-9] 项不对/);
  expect(text).not.toMatch(/another secret|password/);
});

test('names that are missing are named, before anything is looked at', async () => {
  const { code, text } = await check({ TONGCHENG_SMTP_HOST: '', TONGCHENG_STORE: 'postgres' });
  expect(code).toBe(1);
  for (const name of ['TONGCHENG_SMTP_HOST', 'TONGCHENG_POSTGRES_URL', 'TONGCHENG_KEYS_POSTGRES_URL'])
    expect(text).toContain(`${name}: 没有设置 is not set`);
  expect(text).not.toContain('good');
});

test('PostgreSQL: version, place, user and time; an address where nobody answers and a wrong password each by their cause', async () => {
  const postgres = await startPostgres();
  try {
    const url = new URL(postgres.url);
    const good = await check({
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: postgres.url,
      TONGCHENG_KEYS_POSTGRES_URL: postgres.url.replace(/\/postgres$/, '/nowhere'),
    });
    expect(good.code).toBe(1);
    expect(good.text).toMatch(
      /好 good +文档数据库 database of documents: PostgreSQL \d+.*127\.0\.0\.1:\d+\/postgres, postgres, [\d.]+ ms/,
    );
    expect(good.text).toMatch(/不对 WRONG +密钥数据库 database of keys: .*database "nowhere" does not exist/);
    url.port = '1';
    const away = await check({
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: url.href,
      TONGCHENG_KEYS_POSTGRES_URL: postgres.url,
    });
    expect(away.text).toMatch(
      /不对 WRONG +文档数据库 database of documents: .*127\.0\.0\.1:1\/postgres ← .*ECONNREFUSED/,
    );
    expect(away.text).not.toContain('postgres:postgres');
  } finally {
    await postgres.stop();
  }
});
