import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { newPlace, type Place } from '../host/place';
import { type Postgres, startPostgres } from '../servers/postgres';
import { freePort } from '../world/free-port';
import { environmentIn } from '../world/town';
import { askDirectly } from './databases';

jest.setTimeout(60_000);

let server: Postgres;
let place: Place;
beforeAll(async () => {
  server = await startPostgres();
  place = newPlace();
});
afterAll(async () => {
  await server.stop();
  place.remove();
});

/** An address of the tests' own server, as another role or of another database. */
const at = (database: string, role?: string, password = ''): string => {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  if (role !== undefined) [url.username, url.password] = [role, encodeURIComponent(password)];
  return url.href;
};

const started = async (documents: string, keys: string) => {
  const names = { TONGCHENG_STORE: 'postgres', TONGCHENG_POSTGRES_URL: documents, TONGCHENG_KEYS_POSTGRES_URL: keys };
  const container = await makeContainer(readConfig({ ...environmentIn(place.folder), ...names }), {
    log: { event: () => undefined },
  });
  await container.store.close();
};
const refusal = (documents: string, keys: string): Promise<string> =>
  started(documents, keys).then(
    () => 'it started',
    (fault: unknown) => (fault instanceof Error ? fault.message : ''),
  );

test('a fault of opening names the database by its setting, where it is, and what to do; never a password', async () => {
  const port = await freePort();
  const said = await refusal(`postgres://rider:s3cret@127.0.0.1:${port}/trips`, at('keys'));
  expect(said).toMatch(/数据库打不开.*TONGCHENG_POSTGRES_URL \(rider@127\.0\.0\.1:\d+\/trips\): .*ECONNREFUSED/);
  expect(said).not.toContain('s3cret');
  const nowhere = await refusal(at('postgres'), 'postgres://u:p@no-such-host.invalid/keys');
  expect(nowhere).toMatch(/TONGCHENG_KEYS_POSTGRES_URL \(u@no-such-host\.invalid:5432\/keys\): 找不到这个主机名/);
  expect(await refusal(at('no_such_database'), at('keys'))).toMatch(/没有这个数据库 there is no such database/);
});

test('a server that takes the connection and says nothing is named as one that does not answer', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket));
  const port = await freePort();
  await new Promise<void>((listening) => silent.listen(port, '127.0.0.1', listening));
  expect(await refusal(`postgres://u:p@127.0.0.1:${port}/d`, at('keys'))).toMatch(/没有应答/);
  for (const socket of sockets) socket.destroy();
  await new Promise((closed) => silent.close(closed));
});

test.each([
  'postgres://u:pa#ss@db.example/d',
  'postgres://u:pa/ss@db.example/d',
  'postgres://u:pa?ss@db.example/d',
  'postgres://u:12#34@db.example/d',
  'postgres://u:100%@db.example/d',
  'postgres://u:p@db.example',
  'mysql://u:p@db.example/d',
])('an address that is none says how one is written, and nothing of it: %s', async (address) => {
  const said = await refusal(address, at('keys'));
  expect(said).toMatch(/TONGCHENG_POSTGRES_URL: 设置有误.*percent-encoded/s);
  expect(said).not.toContain('db.example');
});

/** As the page has it; who follows it chooses others. */
const password = 'choose-one';

/** The statements of step 1 as the page gives them, for whoever copies them. */
const step1 = /```sql\n\s*(-- step 1[\s\S]*?)```/.exec(readFileSync('docs/deploy-servers.md', 'utf8'))?.[1] ?? '';

test('step 1 of the page grants what a start needs, the cleaning of keys included; without the ownership the start says so', async () => {
  expect(step1).toContain('OWNER tongcheng_keys');
  let database = 'postgres';
  for (const line of step1.split('\n')) {
    const [, next] = /^\s*\\c (\w+)/.exec(line) ?? [];
    if (next !== undefined) database = next;
    else if (line.trim() !== '' && !line.trim().startsWith('--')) await askDirectly(at(database), line);
  }
  await started(at('tongcheng', 'tongcheng', password), at('tongcheng_keys', 'tongcheng_keys', password));
  const may = await askDirectly<{ may: boolean }>(
    at('tongcheng_keys', 'tongcheng_keys', password),
    `SELECT has_function_privilege('pg_switch_wal()', 'execute') AND pg_has_role('pg_checkpoint', 'usage') AS may`,
  );
  expect(may).toEqual([{ may: true }]);
  await askDirectly(at('postgres'), 'CREATE DATABASE of_somebody_else');
  expect(
    await refusal(at('of_somebody_else', 'tongcheng', password), at('tongcheng_keys', 'tongcheng_keys', password)),
  ).toMatch(/TONGCHENG_POSTGRES_URL \(tongcheng@.*\/of_somebody_else\): .*缺少权限.*has to own/);
});
