import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let web: string;
beforeAll(() => {
  web = join(mkdtempSync(join(tmpdir(), 'tongcheng-web-')), 'web');
  const platformFiles = join(web, '..', 'platform-files');
  mkdirSync(platformFiles);
  writeFileSync(join(platformFiles, 'AbCdEf1234.txt'), 'f00d');
  writeFileSync(join(platformFiles, 'private.key'), 'not to be published');
  const laying = `import { layOutWeb } from './tools/lay-out-web.mjs'; layOutWeb(process.argv[1], process.argv[2]);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', laying, web, platformFiles]);
});
afterAll(() => rmSync(join(web, '..'), { recursive: true, force: true }));

test('X-09 the cloud’s static pages hold every clip of elder mode’s voice, where phones ask for it', () => {
  for (const language of ['zh', 'en']) {
    const made = join('miniprogram/voice/made', language);
    const laid = join(web, 'app/voice', language);
    expect(readdirSync(made).length).toBeGreaterThan(15);
    expect(readdirSync(laid)).toEqual(readdirSync(made));
    for (const name of readdirSync(made)) expect(readFileSync(join(laid, name)).length).toBeGreaterThan(1_000);
  }
});

test('a site in the cloud has the app, the staff’s page, the console, the way in of posted links, and nothing of the simulated city', () => {
  const pages = ['app/index.html', 'app/sw.js', 'verify/index.html', 'console/index.html', '404.html'];
  expect(pages.filter((page) => !existsSync(join(web, page)))).toEqual([]);
  const everything = readdirSync(web, { recursive: true, encoding: 'utf8' });
  expect(everything.filter((file) => /(?:wall|mail)(?:-\w{8})?\.[a-z.]+$/.test(file))).toEqual([]);
});

test('console and verification screen bring their policy along: no style and no script that is not a file of ours', () => {
  for (const name of ['console', 'verify']) {
    const html = readFileSync(join(web, name, 'index.html'), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|frame-ancestors/);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  }
});

test('W-01 the platforms’ verification files lie below the prefix of posted links and at the top, and nothing else of their folder', () => {
  for (const path of ['R/AbCdEf1234.txt', 'AbCdEf1234.txt']) expect(readFileSync(join(web, path), 'utf8')).toBe('f00d');
  expect(readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.key'))).toEqual([]);
});
