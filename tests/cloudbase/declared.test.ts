import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudIndexes } from '@tongcheng/cloudfunctions/adapters/cloudbase/declared-indexes';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import * as z from 'zod';
import { applyDatabase } from '../../tools/cloudbase/apply-database';
import { cloudDatabase } from '../../tools/cloudbase/cloud-database';
import { DeclaredDatabase } from '../../tools/cloudbase/declared';
import { main } from '../../tools/cloudbase/indexes';
import { accountAt, testKeys } from '../stand-ins/tencent/account';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const declared = DeclaredDatabase.parse(json('deploy/cloudbase/indexes.json'));
const Closed = z.record(z.string(), z.strictObject({ read: z.literal(false), write: z.literal(false) }));
const rules = z
  .object({
    database: z.object({ documents: Closed, keys: Closed }),
    storage: z.strictObject({ read: z.literal(false), write: z.literal(false) }),
    functions: z.record(z.string(), z.strictObject({ invoke: z.literal(false) })),
  })
  .parse(json('deploy/cloudbase/rules.json'));

/** Names of collections in the text of the sources: not by the way the generator finds them. */
const named = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('postgres.ts'))
  .map((file) => readFileSync(join('cloudfunctions', file), 'utf8'))
  .flatMap((text) =>
    [...text.matchAll(/= collection<[\w<>]+>\(\)\(\{\s*name: '([^']+)'/g)].map(([, name]) => name ?? ''),
  );

test('every collection that the code declares is declared to the cloud, and its keys apart from its documents', () => {
  expect(named.length).toBeGreaterThan(25);
  const documents = declared.documents.map(({ name }) => name);
  const keys = declared.keys.map(({ name }) => name);
  expect(keys.sort()).toEqual([
    'keys-belongings',
    'keys-caseKeys',
    'keys-dayKeys',
    'keys-epochKeys',
    'keys-keyInstallation',
    'keys-personKeys',
  ]);
  expect([...documents, 'caseKeys', 'dayKeys', 'epochKeys', 'keyInstallation', 'personKeys'].sort()).toEqual(
    [...named].sort(),
  );
});

test('every collection is closed to clients, so is the storage, and no function may be called by name', () => {
  expect(Object.keys(rules.database.documents)).toEqual(declared.documents.map(({ name }) => name));
  expect(Object.keys(rules.database.keys)).toEqual(declared.keys.map(({ name }) => name));
  const functions = readdirSync('cloudfunctions/functions').filter((file) => !file.includes('.test.'));
  expect(Object.keys(rules.functions).sort()).toEqual(
    ['*', ...functions.map((file) => file.replace('.ts', ''))].sort(),
  );
});

test('indexes begin with the day where there are days, and end with the id', () => {
  expect(cloudIndexes(scans)).toContainEqual({
    name: 'day_city_rider_recordedAt',
    fields: ['f.day', 'f.city', 'f.rider', 'f.recordedAt', '_id'],
  });
  expect(cloudIndexes(venues)).toContainEqual({ name: 'city_mode', fields: ['f.city', 'f.mode', '_id'] });
  for (const { indexes } of [...declared.documents, ...declared.keys]) {
    expect(indexes.length).toBeLessThanOrEqual(20);
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length);
    for (const { fields } of indexes) expect(fields.at(-1)).toBe('_id');
  }
});

/** The owner's interface as its documents say; nobody has compared it with the live service. */
function ownersInterface() {
  const tables = new Map<string, { Name: string; Keys: { Name: string }[] }[]>();
  const closed = new Set<string>();
  const Made = z.array(
    z.object({
      IndexName: z.string(),
      MgoKeySchema: z.object({ MgoIndexKeys: z.array(z.object({ Name: z.string() })) }),
    }),
  );
  const table = (question: Readonly<Record<string, unknown>>) =>
    question.Tag === 'tnt-1' ? tables.get(String(question.TableName)) : undefined;
  return {
    tables,
    closed,
    actions: {
      DescribeEnvs: () => ({ EnvList: [{ EnvId: 'env-1', Databases: [{ InstanceId: 'tnt-1' }] }] }),
      DescribeTable: (question: Readonly<Record<string, unknown>>) => {
        const Indexes = table(question);
        return Indexes ? { Indexes, IndexNum: Indexes.length } : { refused: 'ResourceNotFound' };
      },
      CreateTable: (question: Readonly<Record<string, unknown>>) => {
        tables.set(String(question.TableName), [{ Name: '_id_', Keys: [{ Name: '_id' }] }]);
        return {};
      },
      UpdateTable: (question: Readonly<Record<string, unknown>>) => {
        const kept = table(question);
        if (!kept) return { refused: 'ResourceNotFound' };
        for (const { IndexName, MgoKeySchema } of Made.parse(question.CreateIndexes))
          kept.push({ Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys });
        return {};
      },
      ModifyDatabaseACL: (question: Readonly<Record<string, unknown>>) => {
        if (question.AclTag === 'ADMINONLY') closed.add(String(question.CollectionName));
        return {};
      },
    },
  };
}

test('the script makes what is missing, once, closes it to clients, and drops nothing', async () => {
  const owner = ownersInterface();
  const cloud = await openTencentStandIn(owner.actions);
  const database = await cloudDatabase('env-1', accountAt(cloud.endpoint, { now: () => Date.now() }));
  const before = await applyDatabase(database, declared.documents, false);
  expect(before.filter(({ kind }) => kind === 'collection is missing')).toHaveLength(declared.documents.length);
  expect(owner.tables.size).toBe(0);
  await applyDatabase(database, declared.documents, true);
  expect([...owner.closed].sort()).toEqual(declared.documents.map(({ name }) => name).sort());
  expect(owner.tables.get('scans')?.map(({ Keys }) => Keys.map(({ Name }) => Name))).toEqual([
    ['_id'],
    ...cloudIndexes(scans).map(({ fields }) => fields),
  ]);
  expect(await applyDatabase(database, declared.documents, true)).toEqual([]);
  owner.tables.get('scans')?.push({ Name: 'old', Keys: [{ Name: 'f.day' }] });
  expect(await applyDatabase(database, declared.documents, true)).toEqual([
    { kind: 'index nobody declares', collection: 'scans', index: 'old' },
  ]);
  await expect(cloudDatabase('env-2', accountAt(cloud.endpoint, { now: () => Date.now() }))).rejects.toThrow('env-2');
  await cloud.close();
});

test('the command names what is missing, makes it, and then finds nothing missing; without its names it does nothing', async () => {
  const said: string[] = [];
  const listening = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation((line) => void said.push(String(line))),
  );
  const owner = ownersInterface();
  const cloud = await openTencentStandIn(owner.actions);
  const given = {
    TONGCHENG_CLOUDBASE_ENV: 'env-1',
    TONGCHENG_CLOUDBASE_KEYS_ENV: 'env-1',
    TONGCHENG_TENCENT_SECRET_ID: testKeys.secretId,
    TONGCHENG_TENCENT_SECRET_KEY: testKeys.secretKey,
    TONGCHENG_TENCENT_ENDPOINT: cloud.endpoint,
  };
  expect(await main({ ...given, TONGCHENG_TENCENT_SECRET_KEY: '' }, [])).toBe(2);
  expect(await main(given, ['--check'])).toBe(1);
  expect(owner.tables.size).toBe(0);
  expect(said).toContain('env-1: index is missing: scans day_city_rider_recordedAt');
  expect(await main(given, [])).toBe(0);
  expect([...owner.tables.keys()]).toEqual(expect.arrayContaining(['scans', 'keys-dayKeys']));
  expect(await main(given, ['--check'])).toBe(0);
  expect(said.at(-1)).toContain('the cloud has what is declared');
  expect(said.join('\n')).not.toContain(testKeys.secretKey);
  for (const each of listening) each.mockRestore();
  await cloud.close();
});
