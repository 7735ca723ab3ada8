import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createTransport } from 'nodemailer';
import { byMode, handful, isWallPage } from '../../console/src/wall/wall-page';
import { type HostOptions, readOptions } from '../../host/options';
import { mailedReportsText } from '../../host/report-text';
import { startHost } from '../../host/start-host';
import { terminalLine } from '../../host/terminal';
import { until } from '../world/until';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { anyCode, post, tokensOf } from './riders';

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

const quiet = { say: () => undefined };
const bilingual = /\p{Script=Han}.*[A-Za-z]{3,}/su;
const statusOf = async (url: string, path: string) => (await fetch(`${url}${path}`, { redirect: 'manual' })).status;
const startReal = (options: HostOptions) => withEnvironment(environmentOf(place), () => startHost(options, quiet));

describe('a real installation', () => {
  test('refuses to start without its configuration and names all that is missing, in both languages', async () => {
    const options = await optionsIn(place);
    const told = await startHost(options, quiet).catch((fault: Error) => fault.message);
    for (const name of ['PROVIDERS_URL', 'PROVIDERS_SECRET', 'SMTP_HOST', 'SMTP_PORT', 'MAIL_FROM'])
      expect(told).toContain(`TONGCHENG_${name}: 没有设置 is not set`);
    expect(told).toMatch(/配置不完整.*the configuration is incomplete/);
    expect(existsSync(options.keyFile)).toBe(false);
  });

  test('names what is wrong and never says the value; set to nothing is not set', async () => {
    const wrong = {
      ...environmentOf(place),
      TONGCHENG_PROVIDERS_SECRET: 'too-short-a-secret',
      TONGCHENG_SMTP_PORT: 'abc',
      TONGCHENG_SMTP_HOST: '',
    };
    const options = await optionsIn(place);
    const told = await withEnvironment(wrong, () => startHost(options, quiet)).catch((fault: Error) => fault.message);
    expect(told).toMatch(/TONGCHENG_PROVIDERS_SECRET: 设置有误 is wrong/);
    expect(told).toMatch(/TONGCHENG_SMTP_PORT: 设置有误 is wrong/);
    expect(told).toMatch(/TONGCHENG_SMTP_HOST: 没有设置 is not set/);
    expect(told).not.toContain('too-short-a-secret');
  });

  test('starts with it: credentials once, no invitation, nothing of the simulated city; the second start keeps the data', async () => {
    const options = await optionsIn(place);
    const first = await startReal(options);
    expect(first.first.credentials.map(({ login }) => login)).toEqual(['chief', 'deputy']);
    expect(first.first.invitation).toBeUndefined();
    for (const path of [
      '/wall/',
      '/wall',
      '/mail/',
      '/mail/messages.json',
      '/mail/1/0',
      '/city/wall.json',
      '/city/people',
      '/city/people/next',
    ])
      expect([path, await statusOf(first.url, path)]).toEqual([path, 404]);
    expect(
      (await fetch(`${first.url}/providers/sign-in/code`, { method: 'POST', body: '{"subject":"city-00000001"}' }))
        .status,
    ).toBe(404);
    for (const path of ['/console/wall.html', '/console/mail.html']) expect(await statusOf(first.url, path)).toBe(404);
    expect((await fetch(`${first.url}/`, { redirect: 'manual' })).headers.get('location')).toBe('/app/');
    const code = await anyCode(first.url, (await tokensOf(options.keyFile)).official());
    await first.stop();
    await first.stop();
    const second = await startReal(options);
    expect(second.first.credentials).toEqual([]);
    expect(await anyCode(second.url, (await tokensOf(options.keyFile)).official())).toBe(code);
    await second.stop();
  });

  test('a second host on the same data is refused with a word in both languages, and harms nothing', async () => {
    const first = await startReal(await optionsIn(place));
    const told = await startReal(await optionsIn(place)).catch((fault: Error) => fault.message);
    expect(told).toMatch(/另一个进程.*Another process/);
    expect(await statusOf(first.url, '/health')).toBe(200);
    await first.stop();
  });

  test('a port in use is told in both languages before any credential is made, and lets go of the data', async () => {
    const options = await optionsIn(place);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(options.port, '127.0.0.1', resolve));
    const told = await startReal(options).catch((fault: Error) => fault.message);
    expect(told).toMatch(bilingual);
    expect(told).toContain(String(options.port));
    await new Promise((resolve) => other.close(resolve));
    const host = await startReal(options);
    expect(host.first.credentials).toHaveLength(2);
    await host.stop();
  });

  test('an address that is not of this machine is told in both languages', async () => {
    expect(
      await startReal(await optionsIn(place, { address: '192.0.2.1' })).catch((fault: Error) => fault.message),
    ).toMatch(/192\.0\.2\.1.*This machine has no address/);
  });

  test('a data folder that cannot be made is told in both languages, with its name', async () => {
    const { keyFile, ...options } = await optionsIn(place);
    writeFileSync(keyFile, 'not a folder');
    const dataFolder = `${keyFile}/data`;
    const told = await startReal({ ...options, keyFile, dataFolder }).catch((fault: Error) => fault.message);
    expect(told).toMatch(/数据目录建不了.*The data folder cannot be made/);
    expect(told).toContain(dataFolder);
  });

  test('data without its key is refused, and no new key is made', async () => {
    const options = await optionsIn(place);
    await (await startReal(options)).stop();
    rmSync(options.keyFile);
    const told = await startReal(options).catch((fault: Error) => fault.message);
    expect(told).toMatch(/找不到主密钥.*no master key file/);
    expect(existsSync(options.keyFile)).toBe(false);
  });
});

describe('the simulated city', () => {
  test('starts on a new folder; the next start prints no credentials, keeps every code and every mail', async () => {
    const options = await optionsIn(place, { city: true });
    const first = await startHost(options, quiet);
    expect(first.first.credentials.map(({ login }) => login)).toEqual(['chief', 'deputy', 'supervisor']);
    expect(first.first.invitation?.link).toContain(`${options.publicUrl}/verify/#invitation=`);
    for (const path of [
      '/wall/',
      '/mail/',
      '/mail/messages.json',
      '/city/wall.json',
      '/city/people',
      '/city/people/next',
      '/app/',
      '/verify/',
      '/console/',
      '/docs/',
      '/openapi.json',
      '/health',
    ])
      expect([path, await statusOf(first.url, path)]).toEqual([path, 200]);
    expect(
      (await fetch(`${first.url}/providers/sign-in/code`, { method: 'POST', body: '{"subject":"city-00000001"}' }))
        .status,
    ).toBe(200);
    expect(await first.settled).toBeUndefined();
    await mailTo(first.city?.mailbox.port ?? 0);
    const wall = await (await fetch(`${first.url}/city/wall.json`)).text();
    await first.stop();
    const second = await startHost({ ...options, citiesFolder: place.cities }, quiet);
    expect(second.first.credentials).toEqual([]);
    expect(second.first.invitation?.invitation).not.toBe(first.first.invitation?.invitation);
    expect(await (await fetch(`${second.url}/mail/messages.json`)).text()).toContain('演示邮件 a demonstration mail');
    expect(await (await fetch(`${second.url}/city/wall.json`)).text()).toBe(wall);
    await second.stop();
    expect(readdirSync(options.dataFolder)).toEqual(expect.arrayContaining(['city.json', 'mailbox', 'store']));
  }, 60_000);

  test('the printed invitation holds whichever poster the wall shows at first, of every mode', async () => {
    const { citiesFolder: _few, ...options } = await optionsIn(place, { city: true });
    const host = await startHost(options, quiet);
    try {
      const wall: unknown = await (await fetch(`${host.url}/city/wall.json`)).json();
      const shown = isWallPage(wall) ? byMode(wall.posters).map(([, posters]) => posters.slice(0, handful)) : [];
      expect(shown.map((posters) => posters.length)).toEqual(Array.from({ length: 6 }, () => handful));
      const asked = { invitation: host.first.invitation?.invitation, displayName: '李师傅' };
      const { text } = await post(host.url, 'oversight.accept-invitation', asked);
      for (const { venueId } of shown.flat()) expect(text).toContain(`"${venueId}"`);
    } finally {
      await host.stop();
    }
  }, 60_000);

  test('a stop in the middle of yesterday comes at once, and the day does not count as lived', async () => {
    const options = await optionsIn(place, { city: true, journeys: 5_000 });
    let lived = 0;
    const progress = (done: number) => {
      lived = done;
    };
    const host = await startHost(options, { ...quiet, progress });
    await until(() => lived > 0, 40_000).catch(() => undefined);
    const from = performance.now();
    await host.stop();
    expect(performance.now() - from).toBeLessThan(3_000);
    expect(lived).toBeGreaterThan(0);
    expect(await host.settled).toBeUndefined();
    expect(host.city?.state.livedDay).toBeUndefined();
  }, 60_000);
});

async function mailTo(port: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({
    from: 'a@tongcheng.example',
    to: 'b@tongcheng.example',
    subject: '演示邮件 a demonstration mail',
    text: '一 one',
  });
  transport.close();
}

describe('what the terminal prints', () => {
  test('stands in one column, whatever language is before it', () => {
    const columns = [
      terminalLine('邮箱 mailbox', 'http://x/'),
      terminalLine('核验屏邀请码 invitation (one use)', 'http://x/'),
      terminalLine('a', 'http://x/'),
    ].map((told) => [...told.slice(0, told.indexOf('http'))].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0));
    expect(new Set(columns).size).toBe(1);
  });

  test('R-04 each workbook of yesterday with its own password, beside the address it went to', () => {
    const told = mailedReportsText('2026-11-20', 'http://x', [
      { address: 'bureau@wuhan.example', form: 'full', password: 'AAAA' },
      { address: 'statistics@wuhan.example', form: 'masked', password: 'BBBB' },
    ]);
    expect(told).toMatch(/2026-11-20.*http:\/\/x\/mail\//);
    expect(told).toMatch(/完整 full.*bureau@wuhan\.example.*AAAA\n.*脱敏 masked.*statistics@wuhan\.example.*BBBB/);
  });
});

describe('options', () => {
  test.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--port', '-1']],
    [['--port', '1.5']],
    [['--speed', '0']],
    [['--journeys', '-5']],
    [['--journeys', '']],
    [['--nonsense']],
    [['--port']],
    [['positional']],
    [['--trusted-proxy', 'proxy.example']],
    [['--trusted-proxy', '10.0.0.0/33']],
    [['--trusted-proxy', '']],
  ])('%j are refused in both languages', (argv) => {
    expect(() => readOptions(argv)).toThrow(bilingual);
  });

  test('help is no start; the rest is read with its defaults', () => {
    expect(readOptions(['--help'])).toBeUndefined();
    expect(readOptions([])).toMatchObject({
      port: 8080,
      address: '127.0.0.1',
      city: true,
      publicUrl: 'http://127.0.0.1:8080',
    });
    expect(readOptions([])).not.toHaveProperty('trustedProxies');
    const named = { TONGCHENG_DATA: '/d', TONGCHENG_KEY_FILE: '/k' };
    expect(readOptions([], named)).toMatchObject({ dataFolder: '/d', keyFile: '/k' });
    expect(readOptions(['--data', '/d'], named)).toMatchObject({ dataFolder: '/d' });
    expect(() => readOptions(['--data', '/e'], named)).toThrow(/--data.*TONGCHENG_DATA.*differ/s);
    expect(readOptions(['--address', '::1', '--port', '9'])?.publicUrl).toBe('http://[::1]:9');
    expect(readOptions(['--trusted-proxy', '10.0.0.0/8', '--trusted-proxy', '::1'])?.trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
  });
});
