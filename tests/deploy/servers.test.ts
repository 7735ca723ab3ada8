import { readFileSync } from 'node:fs';
import nodeOptions from '../../host/node-options.json';
import { readOptions } from '../../host/options';
import { drainSeconds } from '../servers/rolling';

const text = (name: string) => readFileSync(`deploy/servers/${name}`, 'utf8');
/** The instructions of a container file, lines that go on joined. */
const instructions = text('Dockerfile')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const of = (word: string) => instructions.filter((each) => each.word === word).map(({ rest }) => rest);

describe('the container file', () => {
  test('knows its instructions and has two stages of one pinned line', () => {
    const known = [
      'FROM',
      'WORKDIR',
      'COPY',
      'RUN',
      'ENV',
      'USER',
      'VOLUME',
      'EXPOSE',
      'STOPSIGNAL',
      'HEALTHCHECK',
      'ENTRYPOINT',
    ];
    for (const { word } of instructions) expect(known).toContain(word);
    expect(of('FROM')).toEqual(['node:24-bookworm-slim AS build', 'node:24-bookworm-slim']);
  });

  test('runs as a user without privileges, with data and keys in volumes of their own', () => {
    const last = instructions.map(({ word }) => word).lastIndexOf('RUN');
    expect(instructions.slice(last).map(({ word }) => word)).toContain('USER');
    expect(of('USER')).toEqual(['node']);
    expect(JSON.parse(of('VOLUME')[0] ?? '')).toEqual(['/var/lib/tongcheng', '/var/lib/tongcheng-keys']);
  });

  test('has the commands of an installation, built, with the folders of its volumes', () => {
    expect(of('ENV').join(' ')).toContain(
      'TONGCHENG_DATA=/var/lib/tongcheng TONGCHENG_KEY_FILE=/var/lib/tongcheng-keys/master.key',
    );
    expect(of('COPY').some((each) => each.endsWith('deploy/servers/tongcheng ./deploy/servers/tongcheng'))).toBe(true);
    const words = /^([a-z| ]+)\)/gm;
    const known = [...text('tongcheng').matchAll(words)].flatMap(([, each = '']) =>
      each.split('|').map((one) => one.trim()),
    );
    expect(known).toEqual(['backup', 'restore', 'drill', 'check', 'cities', 'officials', 'audit', 'citus']);
  });

  test('starts the host with options that the host knows', () => {
    const [program, ...all] = JSON.parse(of('ENTRYPOINT')[0] ?? '');
    const script = all.indexOf('dist/host/main.js');
    const options = all.slice(script + 1);
    expect([program, all.slice(0, script)]).toEqual(['node', nodeOptions]);
    expect(readOptions(options)).toMatchObject({
      city: false,
      address: '0.0.0.0',
      keyFile: '/var/lib/tongcheng-keys/master.key',
      drainSeconds,
    });
  });

  test('takes neither secrets nor anything built elsewhere along', () => {
    const left = text('Dockerfile.dockerignore').split('\n');
    for (const path of ['**/node_modules', 'dist', '*.key', '*.key.store', '.env*', 'data'])
      expect(left).toContain(path);
  });
});

test('the unit starts the host with options that the host knows, and keeps it in two folders of its own', () => {
  const unit = text('tongcheng.service');
  const [, given = '', start = ''] = /^ExecStart=\/usr\/bin\/node (.*) dist\/host\/main\.js (.*)$/m.exec(unit) ?? [];
  expect(given.split(' ')).toEqual(nodeOptions);
  expect(readOptions(start.replace(/\$\{TONGCHENG_PUBLIC_URL\}/, 'https://ride.example').split(' '))).toMatchObject({
    city: false,
    trustedProxies: ['127.0.0.1'],
    dataFolder: '/var/lib/tongcheng',
    keyFile: '/var/lib/tongcheng-keys/master.key',
    // Of this installation, never those of the product: they are a demonstration.
    citiesFolder: '/etc/tongcheng/cities',
    // Somebody who lays WeChat's file there changes no unit.
    platformFiles: '/etc/tongcheng/platform-files',
    drainSeconds,
  });
  for (const line of [
    'RequiresMountsFor=/var/lib/tongcheng/objects',
    'User=tongcheng',
    'StateDirectory=tongcheng tongcheng-keys',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'RestartPreventExitStatus=78',
  ])
    expect(unit.split('\n')).toContain(line);
});

test('the page for two hosts gives the unit’s own start with two addresses changed', () => {
  const startOf = (from: string) => /^ExecStart=(\/usr.*)$/m.exec(from)?.[1] ?? '';
  const start = startOf(text('tongcheng.service'));
  expect(start).toContain('--address 127.0.0.1 ');
  expect(startOf(readFileSync('docs/two-hosts.md', 'utf8'))).toBe(
    start
      .replace('--address 127.0.0.1', '--address 10.0.0.11')
      .replace('--trusted-proxy 127.0.0.1', '--trusted-proxy 10.0.0.5'),
  );
});

test.each(['backup', 'drill'])(
  'the unit of the %s runs a built command with words that it knows, and its timer leads to it',
  (word) => {
    const unit = text(`tongcheng-${word}.service`);
    const [, given = ''] = /^ExecStart=\/usr\/bin\/node dist\/host\/backup\.js (.*)$/m.exec(unit) ?? [];
    const [first, ...words] = given.split(' ');
    const source = readFileSync('host/backup/main.ts', 'utf8');
    expect(first).toBe(word);
    for (const option of words.filter((each) => each.startsWith('--')))
      expect(source).toMatch(new RegExp(`\\b'?${option.slice(2)}'?: `));
    const folders = words.filter((each) => each.startsWith('/var/lib/')).map((path) => path.split('/')[3] ?? '');
    const [, state = ''] = /^StateDirectory=(.*)$/m.exec(unit) ?? [];
    if (word === 'backup') expect(state.split(' ').sort()).toEqual([...new Set(folders)].sort());
    expect(text(`tongcheng-${word}.timer`)).toMatch(/^OnCalendar=.* Asia\/Shanghai$/m);
  },
);

test.each(['Caddyfile', 'nginx.conf'])('%s hides metrics and readiness and replaces the caller’s address', (name) => {
  const proxy = text(name);
  expect(proxy.split('{').length).toBe(proxy.split('}').length);
  expect(proxy).toMatch(/\/metrics/);
  expect(proxy).toMatch(name === 'Caddyfile' ? /respond @inside 404/ : /location \/health\/ \{ return 404; \}/);
  expect(proxy).toMatch(name === 'Caddyfile' ? /X-Forwarded-For \{remote_host\}/ : /X-Forwarded-For \$remote_addr;/);
  expect(proxy).not.toContain('$proxy_add_x_forwarded_for');
});
