import { type CollectionSpec, literal, tableName } from '../collection-spec';
import { type PostgresOptions, withDefaults } from '../connections';
import { exclusively } from '../layout';
import { openPostgresStore } from '../open-postgres-store';
import { openServer, type Server } from '../server';
import { createIndex, createTable, declaredIndexes, distributionSql } from '../table-sql';
import { checkCitus, distributionOf, missingCitus, nodesAtFault } from './check';
import { carriedFunctions, onEveryNode, roleSettings, tablesQuestion } from './statements';

/** Told of each statement that changes something, before it is run. */
export type SayStatement = (statement: string) => void;

/**
 * Spreads the collections of a database over the nodes of its cluster: makes the schema as a first start would, has every node
 * set what our sessions set, carries the functions there, makes each table, and only then distributes what is not distributed.
 * Stops at the first fault, naming the statement; done again, it goes on. Hosts may write meanwhile.
 */
export const applyCitus = async (
  options: PostgresOptions,
  specs: readonly CollectionSpec[],
  say: SayStatement,
): Promise<void> => {
  const server = openServer(withDefaults({ ...options, connections: 3 }));
  try {
    const faults = [(await missingCitus(server.run)) ?? (await nodesAtFault(server.run))].flat();
    if (faults.length > 0) throw new Error(faults.join('\n'));
    await (await openPostgresStore({ ...options, connections: 3 })).close();
    await server.withoutTimeouts((run) => applySteps(server, saying(run, say), run, specs));
  } finally {
    await server.close();
  }
};

/** What of a cluster does not hold ({@link checkCitus}), asked over connections of its own: they have what the roles carry now. */
export const findCitusFaults = async (
  options: PostgresOptions,
  specs: readonly CollectionSpec[],
): Promise<readonly string[]> => {
  const settings = withDefaults({ ...options, connections: 3 });
  const server = openServer(settings);
  try {
    return await checkCitus(server.run, settings.schema, specs);
  } finally {
    await server.close();
  }
};

type Do = (text: string) => Promise<Awaited<ReturnType<Server['run']>>>;

const saying =
  (run: Server['run'], say: SayStatement): Do =>
  async (text) => {
    say(text);
    try {
      return await run({ text, values: [] });
    } catch (cause) {
      throw new Error(`${text}: ${cause instanceof Error ? cause.message : 'failed'}`, { cause });
    }
  };

async function applySteps(server: Server, act: Do, ask: Server['run'], specs: readonly CollectionSpec[]) {
  const { schema } = server;
  for (const setting of roleSettings) {
    const away = (await act(onEveryNode(setting))).filter(([, done]) => done !== 't');
    if (away.length > 0) throw new Error(`${setting}: ${away.map(([node, , why]) => `${node}: ${why}`).join('; ')}`);
  }
  for (const each of carriedFunctions(schema)) {
    const carried = `SELECT 1 FROM pg_dist_object WHERE classid = 'pg_proc'::regclass AND objid = ${literal(each)}::regprocedure`;
    if ((await ask({ text: carried, values: [] })).length === 0)
      await act(`SELECT create_distributed_function(${literal(each)})`);
  }
  for (const spec of specs) await makeTable(server, spec);
  for (const spec of specs) await distribute(schema, act, ask, spec);
}

/** As the first who needs it would; the tables of days follow their parent. */
const makeTable = (server: Server, spec: CollectionSpec): Promise<void> =>
  exclusively(server, async (run) => {
    await run({ text: createTable(server.schema, spec), values: [] });
    if (spec.daily) return;
    const table = tableName(spec);
    for (const [name, fields] of declaredIndexes(spec, table))
      await run({ text: createIndex(server.schema, spec, table, name, fields), values: [] });
  });

/** All statements of a table or none, so that no table is left with another key and undistributed. */
async function distribute(schema: string, act: Do, ask: Server['run'], spec: CollectionSpec): Promise<void> {
  const rows = await ask({ text: `${tablesQuestion(schema)} AND c.relname = ${literal(tableName(spec))}`, values: [] });
  const how = rows[0]?.[1] ?? undefined;
  if (how === distributionOf(spec)) return;
  if (how !== undefined)
    throw new Error(`${tableName(spec)}: ${how}; ${distributionOf(spec)}: 先手工撤回 undistribute it by hand first`);
  await ask({ text: 'BEGIN', values: [] });
  try {
    for (const text of distributionSql(schema, spec)) await act(text);
    await ask({ text: 'COMMIT', values: [] });
  } catch (fault) {
    await ask({ text: 'ROLLBACK', values: [] });
    throw fault;
  }
}
