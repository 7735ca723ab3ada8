import { withDefaults } from '@tongcheng/cloudfunctions/adapters/postgres/connections';
import { bringUpToDate, type LayoutStep, layoutSteps } from '@tongcheng/cloudfunctions/adapters/postgres/layout';
import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { openServer } from '@tongcheng/cloudfunctions/adapters/postgres/server';
import { collection } from '@tongcheng/cloudfunctions/ports/document-store';
import { type DaySample, days, ofDay, type Sample } from '../../adapters/document-store/samples';
import { askDirectly, newSchema } from '../databases';

const versionOf = async (url: string, schema: string) =>
  (await askDirectly<{ version: number }>(url, `SELECT version FROM "${schema}".layout`))[0]?.version;

/** Steps that each leave a row, so that one done twice or half shows. */
const rowSteps = (interrupt: (at: number) => void): readonly LayoutStep[] =>
  [1, 2, 3, 4].map((number) => async (run, schema) => {
    if (number === 1) await run({ text: `CREATE TABLE "${schema}".steps (n integer)`, values: [] });
    await run({ text: `INSERT INTO "${schema}".steps VALUES (${number})`, values: [] });
    interrupt(number);
  });

/** The schema as versions change it. */
export const migrations = (url: () => string): void => {
  test('a migration interrupted half-way goes on where it was, no step half and none twice', async () => {
    const schema = newSchema();
    const server = openServer(withDefaults({ url: url(), schema, retryBudgetMs: 200 }));
    for (const [breakAt, reached] of [
      [3, 2],
      [4, 3],
    ] as const) {
      const broken = rowSteps((at) => {
        if (at === breakAt) throw new Error('power cut');
      });
      await expect(bringUpToDate(server, broken)).rejects.toThrow('power cut');
      expect(await versionOf(url(), schema)).toBe(reached);
    }
    await bringUpToDate(
      server,
      rowSteps(() => undefined),
    );
    expect(await askDirectly(url(), `SELECT n FROM "${schema}".steps ORDER BY n`)).toEqual(
      [1, 2, 3, 4].map((n) => ({ n })),
    );
    await server.close();
    await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
  });

  test('a host whose connection is cut in the middle of a step leaves nothing of it; another host takes over at once', async () => {
    const schema = newSchema();
    const [dying, heir] = [1, 2].map(() => openServer(withDefaults({ url: url(), schema, retryBudgetMs: 1 })));
    if (!dying || !heir) throw new Error('no servers');
    const cut: LayoutStep = async (run) => {
      const [row] = await run({ text: 'SELECT pg_backend_pid()', values: [] });
      await run({ text: 'CREATE TABLE half_done (n integer)', values: [] });
      await askDirectly(url(), `SELECT pg_terminate_backend(${row?.[0]})`);
      await run({ text: 'SELECT 1', values: [] });
    };
    await expect(bringUpToDate(dying, [...layoutSteps, cut])).rejects.toThrow();
    await bringUpToDate(heir, [...layoutSteps, async () => undefined]);
    expect(await versionOf(url(), schema)).toBe(layoutSteps.length + 1);
    expect(await askDirectly(url(), `SELECT to_regclass('half_done') AS there`)).toEqual([{ there: null }]);
    await Promise.all([dying.close(), heir.close()]);
    await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
  });

  test('many hosts that start at once make one schema of one installation', async () => {
    const schema = newSchema();
    const stores = await Promise.all(
      Array.from({ length: 6 }, () => openPostgresStore({ url: url(), schema, connections: 3 })),
    );
    expect(new Set(stores.map(({ installation }) => installation)).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
    await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
  });

  test('a newer layout is refused in both languages and left as it is', async () => {
    const schema = newSchema();
    await (await openPostgresStore({ url: url(), schema })).close();
    await askDirectly(url(), `UPDATE "${schema}".layout SET version = 99`);
    await expect(openPostgresStore({ url: url(), schema })).rejects.toThrow(/版式（99）.*layout \(99\) is newer/);
    expect(await versionOf(url(), schema)).toBe(99);
    await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
  });

  test('a server that does not write durably is refused', async () => {
    await askDirectly(url(), 'ALTER SYSTEM SET full_page_writes = off');
    await askDirectly(url(), 'SELECT pg_reload_conf()');
    try {
      await expect(openPostgresStore({ url: url(), schema: newSchema() })).rejects.toThrow(/断电.*power cut/);
    } finally {
      await askDirectly(url(), 'ALTER SYSTEM RESET full_page_writes');
      await askDirectly(url(), 'SELECT pg_reload_conf()');
    }
  });

  test('indexes that a version adds are built in every day, one left half-built is built anew, and answers stay the same', async () => {
    const schema = newSchema();
    const before = collection<DaySample>()({
      name: 'grown',
      keep: { until: 'never', because: 'a sample of the tests' },
      belongs: { to: 'nobody' },
      partition: 'day',
      indexes: [['text']],
    });
    const after = collection<DaySample>()({
      name: 'grown',
      keep: { until: 'never', because: 'a sample of the tests' },
      belongs: { to: 'nobody' },
      partition: 'day',
      indexes: [['text'], ['loose', 'number']],
    });
    const whole = (indexes: readonly (readonly (keyof Sample & string)[])[]) =>
      collection<Sample>()({
        name: 'wholes',
        keep: { until: 'never', because: 'a sample of the tests' },
        belongs: { to: 'nobody' },
        indexes,
      });
    const old = await openPostgresStore({ url: url(), schema });
    for (let at = 0; at < 60; at += 1) {
      const more = { text: `t${at % 2}`, number: at, loose: at % 3 === 0 ? at / 7 : `x${at % 5}` };
      await old.insert(before, ofDay(days[at % 2] ?? '', `a${at}`, more));
    }
    await old.insert(whole([]), { _id: 'a', text: 'x' });
    await askDirectly(
      url(),
      `UPDATE pg_index SET indisvalid = false WHERE indexrelid IN (SELECT c.oid FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '${schema}' AND c.relname LIKE 'c_grown:${days[0]}:%')`,
    );
    const fresh = await openPostgresStore({ url: url(), schema });
    // The old host writes on while the new one builds.
    await Promise.all([
      fresh.count(after, { day: { in: days }, loose: 'x1' }),
      old.insert(before, ofDay(days[0], 'late', { loose: 'x1' })),
      fresh.get(whole([['text']]), 'a'),
    ]);
    expect(await fresh.count(after, { day: { in: days }, loose: 'x1' })).toBe(9);
    expect(await fresh.count(after, { day: { in: days }, loose: { gte: 9 / 7, lt: 3 } })).toBe(4);
    const built = await askDirectly<{ valid: boolean; of: string }>(
      url(),
      `SELECT x.indisvalid AS valid, t.relname AS of FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = '${schema}' AND t.relname LIKE 'c_%' ORDER BY t.relname`,
    );
    expect(built.map(({ of }) => of)).toEqual([
      'c_grown',
      ...[days[0], days[1]].flatMap((day) => [1, 2, 3].map(() => `c_grown:${day}`)),
      'c_wholes',
      'c_wholes',
    ]);
    expect(built.every(({ valid }) => valid)).toBe(true);
    await Promise.all([old.close(), fresh.close()]);
    await askDirectly(url(), `DROP SCHEMA "${schema}" CASCADE`);
  }, 20_000);
};
