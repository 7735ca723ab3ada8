import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usage } from '../../host/options';

const product = join(__dirname, '..', '..');
let clone: string;

/** A working copy as git gives it, as far as `npm start` reads it before it installs: no packages, nothing built. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'tongcheng-clone-'));
  for (const part of ['package.json', 'package-lock.json', 'tools', 'host', 'shared', 'cloudfunctions'])
    cpSync(join(product, part), join(clone, part), {
      recursive: true,
      filter: (path) => !/node_modules|dist/.test(path.slice(product.length)),
    });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** No npm is to be found: an attempt to install would fail at once. */
const start = (...options: string[]) =>
  spawnSync(process.execPath, ['tools/start.mjs', ...options], {
    cwd: clone,
    env: { ...process.env, PATH: '' },
    encoding: 'utf8',
  });

const untouched = () => readdirSync(clone).every((name) => !['node_modules', 'dist', 'data'].includes(name));

test('help is printed on a fresh clone before anything is installed or built', () => {
  const { status, stdout, stderr } = start('--help');
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: usage, stderr: '' });
  expect(untouched()).toBe(true);
});

test.each([
  [['--nonsense'], /选项有误 an option is wrong.*--nonsense/],
  [['--port', '70000'], /--port 应为 0 到 65535 的整数/],
  [['--trusted-proxy', 'proxy.example'], /--trusted-proxy 应为地址或网段/],
])('%j is refused on a fresh clone before anything is installed or built', (options, words) => {
  const { status, stdout, stderr } = start(...options);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(words);
  expect(untouched()).toBe(true);
});
