import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnvironmentFile } from '../../host/environment-file';

const folder = mkdtempSync(join(tmpdir(), 'tongcheng-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of names', () => {
  test('is read as systemd reads it', () => {
    const text = [
      '# a remark',
      '; another',
      '',
      'TONGCHENG_STORE=postgres',
      '  TONGCHENG_POSTGRES_URL = postgres://a:b%23c@h/d?x=1#y ',
      'TONGCHENG_POSTGRES_URL=postgres://a:b%23c@h/d?x=1#y ',
      'A="in quotes # and more"',
      "B='single'\r",
      'EMPTY=',
    ];
    expect(() => parseEnvironmentFile(text.join('\n'))).toThrow(/第 5 行.*line 5/);
    expect(parseEnvironmentFile(text.toSpliced(4, 1).join('\n'))).toEqual({
      TONGCHENG_STORE: 'postgres',
      TONGCHENG_POSTGRES_URL: 'postgres://a:b%23c@h/d?x=1#y',
      A: 'in quotes # and more',
      B: 'single',
      EMPTY: '',
    });
  });

  test.each(['A="half', 'A=b\\c', 'A="a"b"', "A='", 'no name', 'export A=b'])(
    'whatever programs would read differently is named by its line, without its value: %s',
    (line) => {
      expect(() => parseEnvironmentFile(`OK=1\n${line}`)).toThrow(/第 2 行/);
      expect(() => parseEnvironmentFile(`OK=1\n${line}`)).not.toThrow(/half|b\\c/);
    },
  );
});

const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

test('npm run backup and its like, as a user who may not write where the program lies: run as built, at once, and build nothing', () => {
  const product = join(folder, 'product');
  mkdirSync(join(product, 'dist', 'host'), { recursive: true });
  for (const name of ['run-built', 'command', 'places', 'say'])
    cpSync(join('tools', `${name}.mjs`), join(product, 'tools', `${name}.mjs`));
  writeFileSync(join(product, 'dist', 'host', 'backup.js'), 'console.log("built", ...process.argv.slice(2))');
  for (const each of [folder, product, join(product, 'dist'), join(product, 'tools'), join(product, 'dist', 'host')])
    chmodSync(each, 0o555);
  const run = (name: string) =>
    spawnSync(process.execPath, [join(product, 'tools', 'run-built.mjs'), name, 'restore', '--from', 'x'], {
      encoding: 'utf8',
      timeout: 20_000,
      cwd: product,
      ...nobody,
    });
  const done = run('backup');
  const before = readdirSync(join(product, 'dist'));
  expect([done.status, done.stdout]).toEqual([0, 'built restore --from x\n']);
  const missing = run('officials');
  expect([missing.status, missing.stdout + missing.stderr]).toEqual([
    1,
    expect.stringMatching(/没有构建过.*was not built/),
  ]);
  expect(readdirSync(join(product, 'dist'))).toEqual(before);
  for (const each of [folder, product, join(product, 'dist'), join(product, 'tools'), join(product, 'dist', 'host')])
    chmodSync(each, 0o755);
});

describe('deploy/servers/tongcheng', () => {
  const programs = join(folder, 'programs');
  const names = join(folder, 'environment');
  beforeAll(() => {
    mkdirSync(programs);
    for (const name of ['backup', 'cities', 'officials', 'audit', 'citus', 'check'])
      writeFileSync(
        join(programs, `${name}.js`),
        `console.log(JSON.stringify(['${name}', process.argv.slice(2), process.env.TONGCHENG_DATA, process.env.TONGCHENG_KEY_FILE]))`,
      );
    writeFileSync(names, 'TONGCHENG_STORE=postgres\n', { mode: 0o600 });
  });
  const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    spawnSync('sh', [join('deploy', 'servers', 'tongcheng'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, TONGCHENG_PROGRAMS: programs, TONGCHENG_ENVIRONMENT: names, ...environment },
    });

  test.each([
    [['backup', '--to', 'a b'], 'backup', ['backup', '--to', 'a b']],
    [['restore'], 'backup', ['restore']],
    [['drill'], 'backup', ['drill']],
    [['officials', 'reset', 'chief'], 'officials', ['reset', 'chief']],
    [['cities', 'remove', '420100'], 'cities', ['remove', '420100']],
    [['audit', 'verify'], 'audit', ['verify']],
    [['citus', 'check'], 'citus', ['check']],
    [['check'], 'check', []],
  ] as const)('%j runs its built program with the names and folders of the service', (words, program, argv) => {
    const { status, stdout } = run(words);
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      [program, [...argv, '--environment', names], '/var/lib/tongcheng', '/var/lib/tongcheng-keys/master.key'],
    ]);
  });

  test('in a container, where there is no file, the names are in the environment already', () => {
    const { stdout } = run(['check'], { TONGCHENG_ENVIRONMENT: join(folder, 'none'), TONGCHENG_DATA: '/data' });
    expect(JSON.parse(stdout)).toEqual(['check', [], '/data', '/var/lib/tongcheng-keys/master.key']);
  });

  test.each(['/etc/own.pem', '"/etc/own.pem"'])('Node itself trusts the authority that the file names: %s', (value) => {
    writeFileSync(join(programs, 'audit.js'), 'console.log(process.env.NODE_EXTRA_CA_CERTS)');
    const own = join(folder, 'with-authority');
    writeFileSync(own, `TONGCHENG_STORE=postgres\nNODE_EXTRA_CA_CERTS=${value}\n`, { mode: 0o600 });
    expect(run(['audit', 'verify'], { TONGCHENG_ENVIRONMENT: own }).stdout).toBe('/etc/own.pem\n');
  });

  test('another word is answered with those that there are', () => {
    const { status, stderr } = run(['bakcup']);
    expect([status, stderr]).toEqual([64, expect.stringContaining('backup | restore')]);
    expect(existsSync(programs)).toBe(true);
  });
});
