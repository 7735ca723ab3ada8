import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import { plans, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { dayStart, hourMs } from '@tongcheng/shared/time';
import { startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, withEnvironment } from '../host/place';
import { type Postgres, startPostgres } from '../servers/postgres';
import { openMailServer } from '../world/mail-server';
import { environmentIn, openTown } from '../world/town';
import { until } from '../world/until';
import { allSpecs } from './collections';
import { askDirectly } from './databases';
import { listen, routesOf } from './routing';
import { liveOneDay } from './town-day';

const sent = listen();
let server: Postgres | undefined;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(async () => {
  sent.stop();
  await server?.stop();
}, 30_000);

const at = (database: string): string => (server?.url ?? '').replace(/postgres$/, database);

/** Names in the environment for a pair of new databases. */
const databases = async (name: string) => {
  await askDirectly(at('postgres'), `CREATE DATABASE ${name}`);
  await askDirectly(at('postgres'), `CREATE DATABASE ${name}_keys`);
  return {
    TONGCHENG_STORE: 'postgres',
    TONGCHENG_POSTGRES_URL: at(name),
    TONGCHENG_KEYS_POSTGRES_URL: at(`${name}_keys`),
    TONGCHENG_POSTGRES_CONNECTIONS: '6',
  };
};

const tablesOf = async (database: string): Promise<ReadonlySet<string>> => {
  const rows = await askDirectly<{ name: string }>(
    at(database),
    "SELECT relname AS name FROM pg_class WHERE relname LIKE 'c\\_%'",
  );
  return new Set(rows.map(({ name }) => name));
};

/** Other installations of this file have days of their own. */
const namesOnly = (tables: ReadonlySet<string>, text: string): boolean =>
  [...text.matchAll(/"(c_[^"]+)"/g)].every(([, table]) => tables.has(table ?? ''));

/** Everything that a dump of a database would hold, as text. */
const dump = async (database: string): Promise<string> => {
  const tables = await askDirectly<{ name: string }>(
    at(database),
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'tongcheng'`,
  );
  const texts = tables.map(({ name }) =>
    askDirectly<{ row: string }>(at(database), `SELECT t::text AS row FROM ${name} AS t`),
  );
  return (await Promise.all(texts)).flatMap((rows) => rows.map(({ row }) => row)).join('\n');
};

/** Every wrapped key, asked for past the product so that only its own statements are heard. */
const wrappedIn = async (database: string): Promise<readonly string[]> => {
  const each = ['c_personKeys', 'c_dayKeys'].map((table) =>
    askDirectly<{ wrapped: string }>(at(database), `SELECT body ->> 'wrapped' AS wrapped FROM tongcheng."${table}"`),
  );
  return (await Promise.all(each)).flatMap((rows) => rows.map(({ wrapped }) => wrapped));
};

describe('a host on PostgreSQL', () => {
  test('X-11 starts with a few names in the environment, and the second start finds everything as it was', async () => {
    const place = newPlace();
    const environment = { ...environmentOf(place), ...(await databases('host')) };
    const options = await optionsIn(place);
    const start = () => withEnvironment(environment, () => startHost(options, { say: () => undefined }));
    const host = await start();
    expect(host.first.credentials.map(({ login }) => login)).toEqual(['chief', 'deputy']);
    expect((await fetch(`${host.url}/health`)).status).toBe(200);
    expect(await host.container.store.count(venues, { city: '420100' })).toBe(8);
    await host.stop();
    const again = await start();
    expect(again.first.credentials).toEqual([]);
    expect(await again.container.store.count(venues, { city: '420100' })).toBe(8);
    const other = { ...(await optionsIn(place)), dataFolder: join(place.folder, 'elsewhere') };
    const second = withEnvironment(environment, () => startHost(other, { say: () => undefined }));
    await expect(second).rejects.toThrow(/文件目录.*not that of the other hosts/s);
    await again.stop();
    place.remove();
  }, 60_000);

  test('a day of a town runs on it; no wrapped key lies among the documents, so that a dump of them opens no record (safety rule 3)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongcheng-town-'));
    const { store: openPlace } = readConfig({ ...environmentIn(folder), ...(await databases('town')) });
    const clock = { now: () => Date.now() };
    const place = await openPlace({ clock, chance: pooledChance(), log: { event: () => undefined } });
    const town = await openTown(await place.open());
    await liveOneDay(town);
    expect(town.faults).toEqual([]);
    // Three scans, and staff's word that one of them did not ride.
    expect(
      await town.needs.store.count(scans, { city: '420100', day: { in: await town.needs.store.days(scans) } }),
    ).toBe(4);
    const wrapped = await wrappedIn('town_keys');
    expect(wrapped.length).toBeGreaterThan(3);
    const [documents, keys] = [await dump('town'), await dump('town_keys')];
    expect(documents.length).toBeGreaterThan(10_000);
    for (const key of wrapped) {
      expect(documents.includes(key)).toBe(false);
      expect(keys.includes(key)).toBe(true);
    }
    await town.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});

describe('two hosts on one PostgreSQL', () => {
  test('R-02 the day’s report is formed once and mailed once, however many timers fire at once', async () => {
    const mail = await openMailServer();
    const folder = mkdtempSync(join(tmpdir(), 'tongcheng-two-'));
    let now = dayStart('2022-06-02') + 9 * hourMs;
    const config = readConfig({
      ...environmentIn(folder),
      ...(await databases('two')),
      TONGCHENG_SMTP_PORT: String(mail.port),
    });
    const log = { event: () => undefined };
    const hosts = [await makeContainer(config, { clock: { now: () => now }, log })];
    const [first] = hosts;
    if (!first) throw new Error('no host');
    const bare = {
      ...JSON.parse(readFileSync('cities/420100/settings.json', 'utf8')),
      reports: { formFromHour: 0, protection: 'link' },
    };
    await importCity(first, JSON.stringify(bare), []);
    await seedRecipient(first, '420100', 'bureau@wuhan.example', 'full');
    hosts.push(await makeContainer(config, { clock: { now: () => now }, log }));
    const fire = () =>
      Promise.all(hosts.flatMap((host) => [runDailyReports(host), runDailyReports(host), runDailyReports(host)]));
    await fire();
    now += 24 * hourMs;
    await fire();
    await fire();
    const days = ['2022-06-01', '2022-06-02'];
    const planned = (await first.store.find(plans, { where: { city: '420100' }, limit: 9 })).items;
    expect(planned.map(({ _id }) => _id)).toEqual(days.map((day) => `420100.${day}.v1`));
    const formed = (await first.store.find(reports, { where: { city: '420100' }, limit: 9 })).items;
    expect(formed.map(({ _id }) => _id)).toEqual(planned.flatMap(({ _id }) => [`${_id}.full`, `${_id}.masked`]));
    expect(mail.received.map(({ to }) => to)).toEqual(days.map(() => ['bureau@wuhan.example']));
    expect(new Set(mail.received.map(({ mail: { messageId } }) => messageId)).size).toBe(2);
    await Promise.all(hosts.map(({ store }) => store.close()));
    await mail.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('a lease is held by one of them at a time and passes on when its holder is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongcheng-lease-'));
    const config = readConfig({ ...environmentIn(folder), ...(await databases('lease')) });
    let now = 1_000_000;
    const [one, other] = await Promise.all([1, 2].map(() => makeContainer(config, { clock: { now: () => now } })));
    if (!one || !other) throw new Error('no hosts');
    let [working, refused] = [0, 0];
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = async () => {
      working += 1;
      await finished;
      return 'done';
    };
    const answers = [one, other, one, other].map(async ({ lease }) => {
      const answer = await lease.hold('timer', 60, work);
      if (answer === undefined) refused += 1;
      return answer;
    });
    await until(() => working + refused === answers.length);
    finish();
    expect((await Promise.all(answers)).filter((answer) => answer === 'done')).toHaveLength(1);
    expect(working).toBe(1);
    let isHeld = false;
    void one.lease.hold('timer', 60, () => {
      isHeld = true;
      return new Promise(() => undefined);
    });
    await until(() => isHeld);
    now += 59_000;
    expect(await other.lease.hold('timer', 60, work)).toBeUndefined();
    now += 2_000;
    expect(await other.lease.hold('timer', 60, work)).toBe('done');
    await Promise.all([one.store.close(), other.store.close()]);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);
});

describe('where keys are', () => {
  test('documents and keys in one database, keys lost, and keys of other documents are refused in both languages', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongcheng-apart-'));
    const [mine, theirs] = [await databases('mine'), await databases('theirs')];
    const started = (more: object) => makeContainer(readConfig({ ...environmentIn(folder), ...mine, ...more }));
    const same = { TONGCHENG_KEYS_POSTGRES_URL: `${mine.TONGCHENG_POSTGRES_URL}?application_name=other` };
    await expect(started(same)).rejects.toThrow(/同一个数据库.*share a database/);
    await (await started({})).store.close();
    await (await started(theirs)).store.close();
    await askDirectly(at('postgres'), 'CREATE DATABASE empty_keys');
    await expect(started({ TONGCHENG_KEYS_POSTGRES_URL: at('empty_keys') })).rejects.toThrow(
      /密钥数据库是空的.*is empty/,
    );
    const strangers = { TONGCHENG_KEYS_POSTGRES_URL: theirs.TONGCHENG_KEYS_POSTGRES_URL };
    await expect(started(strangers)).rejects.toThrow(/另一套数据.*other documents/);
    await (await started({})).store.close();
    rmSync(`${folder}/master.key`);
    await expect(started({})).rejects.toThrow(/找不到主密钥.*no master key/);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);
});

describe('many servers', () => {
  /** Rare acts of one person or of a timer, each some look-ups by an index of every server. */
  const everyServer = [
    'accounts: select by claimedPersonId',
    'accounts: select by personId',
    'card-tokens: select by personId',
    'cardClaims: select by personId',
    'coach-extract-documents: select by id',
    'coach-extracts: select by id',
    'coachRegulars: select by id',
    'coachRegulars: select by personId',
    'memberships: select by holderId',
    'memberships: select by personId',
    'people: select by nothing',
    'refusals: which days hold something',
    'scans: which days hold something',
    'sessions: select by id',
    'sessions: select by subject',
    'sessions: select by subject, ended',
    'stated-cards: select by holderId',
    'tracing-cases: select by id',
    'tracing-held-pages: select by id',
    'tracing-index-riders: select by id',
    'tracing-measures: select by id',
    'tracing-notices: select by id',
    'tracing-requests: select by id',
    'tryCounts: which days hold something',
  ];

  test('every statement of a town’s day names by equality where its rows live, but for those listed in docs/operations.md', async () => {
    const [ofDocuments, ofKeys] = [new Map<string, readonly unknown[]>(), new Map<string, readonly unknown[]>()];
    for (const [text, values] of sent.statements)
      (/c_(personKeys|dayKeys|caseKeys|epochKeys|keysOf)"/.test(text) ? ofKeys : ofDocuments).set(text, values);
    const there = await tablesOf('town');
    for (const text of ofDocuments.keys()) if (!namesOnly(there, text)) ofDocuments.delete(text);
    const { routed, everywhere } = await routesOf(at('town'), ofDocuments, allSpecs());
    // Asked once, when an installation is new (decision 152).
    expect((await routesOf(at('town_keys'), ofKeys, allSpecs())).everywhere).toEqual(['personKeys: select by nothing']);
    expect(everywhere).toEqual(everyServer);
    for (const name of ['scans', 'accounts', 'sessions', 'people', 'tryCounts', 'revocations'])
      expect([name, routed.get(name)]).toEqual([name, expect.any(Number)]);
  });
});
