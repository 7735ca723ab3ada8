import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateSync } from 'otplib';
import type { HostOptions } from '../../host/options';
import { type RunningHost, startHost } from '../../host/start-host';
import { until } from '../world/until';
import { bundleHost, type ChildHost, startChild, untilAnswers } from './child';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { post } from './riders';

jest.setTimeout(90_000);

let place: Place;
const running: RunningHost[] = [];
const children: ChildHost[] = [];
/** A host that ends with its test, whatever comes. */
const hostOf = async (options: HostOptions, showCredentials?: () => Promise<void>): Promise<RunningHost> => {
  const starting = { say: () => undefined, ...(showCredentials && { showCredentials }) };
  const host = await withEnvironment(environmentOf(place), () => startHost(options, starting));
  running.push(host);
  return host;
};
beforeEach(() => {
  place = newPlace();
});
afterEach(async () => {
  for (const { process } of children.splice(0)) process.kill('SIGKILL');
  for (const host of running.splice(0)) await host.stop();
  place.remove();
});

interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** What a terminal was told, the last of each login. */
function signInsIn(text: string): readonly SignIn[] {
  const found = text.matchAll(/^\s+(\w+)\s+密码 password (\S+)\n.*one-time code secret (\S+)$/gm);
  const last = new Map<string, SignIn>();
  for (const [, login = '', password = '', totpSecret = ''] of found) last.set(login, { login, password, totpSecret });
  return [...last.values()];
}

const statusOf = async (url: string, { login, password, totpSecret }: SignIn): Promise<number> =>
  (await post(url, 'oversight.sign-in-official', { login, password, totp: generateSync({ secret: totpSecret }) }))
    .status;

test('killed the moment the first officials’ credentials are shown: those shown last can sign in', async () => {
  const program = bundleHost();
  const options = await optionsIn(place);
  const start = () => {
    const child = startChild(program, options, environmentOf(place));
    children.push(child);
    return child;
  };
  const killed = start();
  killed.process.stdout?.on('data', () => {
    if (signInsIn(killed.said()).length === 2) killed.process.kill('SIGKILL');
  });
  expect(await killed.ended).toBe('SIGKILL');
  const next = start();
  await untilAnswers(next, options.publicUrl);
  await until(() => next.said().includes('Ctrl-C'));
  const told = signInsIn(killed.said() + next.said());
  expect(told.map(({ login }) => login)).toEqual(['chief', 'deputy']);
  for (const each of told) expect([each.login, await statusOf(options.publicUrl, each)]).toEqual([each.login, 200]);
  next.process.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('a terminal that takes nothing stops the start, and the next start shows new credentials', async () => {
  const options = await optionsIn(place);
  const closed = async () => {
    throw new Error('nobody reads');
  };
  await expect(hostOf(options, closed)).rejects.toThrow('nobody reads');
  const host = await hostOf(options);
  expect(host.first.credentials).toHaveLength(2);
  for (const each of host.first.credentials) expect(await statusOf(host.url, each)).toBe(200);
});

test('a start without any city is refused in both languages, and makes nobody', async () => {
  const { citiesFolder, ...bare } = await optionsIn(place);
  await expect(hostOf(bare)).rejects.toThrow(/还没有任何城市.*There is no city yet.*--cities/);
  const host = await hostOf({ ...bare, citiesFolder: place.cities });
  expect(host.first.credentials).toHaveLength(2);
});

test('a city that is brought in later is the first officials’ too', async () => {
  const options = await optionsIn(place);
  const host = await hostOf(options);
  const [chief] = host.first.credentials;
  await host.stop();
  cpSync(join(place.cities, '420100'), join(place.cities, '429004'), { recursive: true });
  const settings = join(place.cities, '429004', 'settings.json');
  writeFileSync(settings, readFileSync(settings, 'utf8').replaceAll('420100', '429004'));
  const again = await hostOf(options);
  expect(again.first.credentials).toEqual([]);
  const totp = chief && generateSync({ secret: chief.totpSecret });
  const answer = await post(again.url, 'oversight.sign-in-official', {
    login: 'chief',
    password: chief?.password,
    totp,
  });
  expect(JSON.parse(answer.text)).toMatchObject({ value: { cities: ['420100', '429004'] } });
});

describe('npm run officials', () => {
  let bundled: string | undefined;
  const program = () => {
    bundled ??= execFileSync(process.execPath, ['tools/bundled.mjs', 'host/officials.ts'], { encoding: 'utf8' }).trim();
    return bundled;
  };
  const run = async (...args: readonly string[]) => {
    const ran = promisify(execFile)(process.execPath, [program(), ...args]);
    return ran.then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (fault: { code: number; stdout: string; stderr: string }) => ({
        code: fault.code,
        text: fault.stdout + fault.stderr,
      }),
    );
  };
  const at = ({ dataFolder, keyFile }: HostOptions) => ['--data', dataFolder, '--key-file', keyFile];

  test('resets a login at the data and the key, also of the simulated city, and shows it once', async () => {
    const options = await optionsIn(place, { city: true });
    const host = await hostOf(options);
    const [chief] = host.first.credentials;
    const busy = await run('reset', 'chief', ...at(options));
    expect([busy.code, busy.text]).toEqual([1, expect.stringMatching(/另一个进程.*Another process/)]);
    await host.stop();
    const { code, text } = await run('reset', 'Chief', ...at(options));
    expect([code, text]).toEqual([0, expect.stringMatching(/已生效.*It holds now/)]);
    const again = await hostOf(options);
    expect(again.first.credentials).toEqual([]);
    const [told] = signInsIn(text);
    expect(told && (await statusOf(again.url, told))).toBe(200);
    expect(chief && (await statusOf(again.url, chief))).toBe(401);
  });

  test('adds, changes, removes and lists officials; the last administrator stays', async () => {
    const options = await optionsIn(place);
    await hostOf(options).then((host) => host.stop());
    const added = await run('add', 'Wang.Li', '--roles', 'administrator,bureau', '--cities', '420100', ...at(options));
    expect([added.code, added.text]).toEqual([0, expect.stringMatching(/已增加 added: wang\.li/)]);
    const [told] = signInsIn(added.text.replaceAll('wang.li', 'wangli'));
    expect(told).toMatchObject({ login: 'wangli' });
    expect((await run('add', 'wang.li', '--roles', 'bureau', '--cities', '420100', ...at(options))).text).toMatch(
      /已有人用.*has this login already/,
    );
    expect((await run('add', 'li', '--roles', 'mayor', '--cities', '420100', ...at(options))).text).toMatch(
      /the roles are: administrator/,
    );
    expect((await run('add', 'li', '--roles', 'bureau', '--cities', '310100', ...at(options))).text).toMatch(
      /没有这个城市.*310100/,
    );
    expect((await run('change', 'chief', '--roles', 'bureau', ...at(options))).code).toBe(0);
    expect((await run('remove', 'wang.li', ...at(options))).text).toMatch(/last administrator/);
    expect((await run('remove', 'deputy', ...at(options))).code).toBe(0);
    const { text } = await run('list', ...at(options));
    expect(text.split('\n').filter(Boolean).sort()).toEqual([
      'chief\t\tbureau\t420100\t',
      'deputy\t\tbureau,health,auditor\t420100\t已停用 revoked',
      'wang.li\t\tadministrator,bureau\t420100\t',
    ]);
  }, 180_000);

  test('changes and makes nothing without the data, without the key, or for a login that nobody has', async () => {
    const options = await optionsIn(place);
    const empty = await run('reset', 'chief', ...at(options));
    expect([empty.code, empty.text]).toEqual([1, expect.stringMatching(/没有数据.*no data/)]);
    expect(empty.text).toMatch(/TONGCHENG_STORE is not set.*TONGCHENG_KEYS_POSTGRES_URL/s);
    expect([existsSync(options.dataFolder), existsSync(options.keyFile)]).toEqual([false, false]);
    const host = await hostOf(options);
    await host.stop();
    const before = readdirSync(place.folder);
    const noKey = await run('reset', 'chief', '--data', options.dataFolder, '--key-file', join(place.folder, 'other'));
    expect([noKey.code, noKey.text]).toEqual([1, expect.stringMatching(/找不到主密钥.*no master key file/)]);
    const nobody = await run('reset', 'mallory', ...at(options));
    expect([nobody.code, nobody.text]).toEqual([1, expect.stringMatching(/没有这个登录名.*Nobody has this login/)]);
    expect(readdirSync(place.folder)).toEqual(before);
    for (const wrong of [
      [],
      ['reset'],
      ['revoke', 'chief'],
      ['add', 'new'],
      ['change', 'chief'],
      ['list', 'chief'],
      ['reset', 'chief', '--force'],
    ])
      expect((await run(...wrong)).text).toContain('npm run officials');
  });
});
