import { type CollectionSpec, dayOfTable, tableName } from '../collection-spec';
import type { Server } from '../server';
import { nodePromises, nodeQuestion, nodesQuestion, onEveryNode, recoveryQuestion, tablesQuestion } from './statements';

/** What of a cluster does not hold, each as a sentence in both languages; empty when all does. Changes nothing. */
export const checkCitus = async (
  run: Server['run'],
  schema: string,
  specs: readonly CollectionSpec[],
): Promise<readonly string[]> => {
  const missing = await missingCitus(run);
  if (missing !== undefined) return [missing];
  return [
    ...(await nodesAtFault(run)),
    ...(await promisesBroken(run, schema)),
    ...(await tablesAtFault(run, schema, specs)),
    ...(await recoveryAtFault(run)),
  ];
};

/** Why nothing can be distributed here: no extension; undefined where there is one. */
export const missingCitus = async (run: Server['run']): Promise<string | undefined> => {
  const [row] = await run({ text: "SELECT to_regproc('create_reference_table') IS NULL", values: [] });
  if (row?.[0] !== 't') return undefined;
  return '这个数据库没有 citus 扩展：在每个节点上 CREATE EXTENSION citus。 This database lacks the extension citus: CREATE EXTENSION citus on every node';
};

/** What is wrong with the list of nodes. */
export const nodesAtFault = async (run: Server['run']): Promise<readonly string[]> => {
  const nodes = await run({ text: nodesQuestion, values: [] });
  const faults = nodes
    .filter(([, , isActive]) => isActive !== 't')
    .map(([name]) => `节点未启用 node not active: ${name}; SELECT citus_activate_node(…)`);
  if (!nodes.some(([, group]) => group === '0'))
    faults.push("协调节点没有登记 the coordinator is not named: SELECT citus_set_coordinator_host('…')");
  if (!nodes.some(([, group]) => group !== '0'))
    faults.push("没有工作节点 there is no worker: SELECT citus_add_node('…', 5432)");
  return faults;
};

async function promisesBroken(run: Server['run'], schema: string): Promise<readonly string[]> {
  const answers = await run({ text: onEveryNode(nodeQuestion(schema)), values: [] });
  return answers.flatMap(([node, done, answer]) => {
    if (done !== 't') return [`节点不答复 node does not answer: ${node}: ${answer}`];
    const values = (answer ?? '').split(',');
    return nodePromises
      .map((promise, i) => ({ ...promise, found: values[i] ?? '' }))
      .filter(({ good, found }) => !good.test(found))
      .map(({ what, found, advice }) => `${node}: ${what} = ${found}；应 should be: ${advice}`);
  });
}

async function tablesAtFault(
  run: Server['run'],
  schema: string,
  specs: readonly CollectionSpec[],
): Promise<readonly string[]> {
  const rows = await run({ text: tablesQuestion(schema), values: [] });
  const found = new Map(rows.map(([table, how]) => [table ?? '', how ?? '']));
  return specs.flatMap((spec) => {
    const own = [tableName(spec), ...[...found.keys()].filter((table) => dayOfTable(spec, table) !== undefined)];
    return own.flatMap((table) => {
      const how = found.get(table);
      if (how === undefined) return [`没有这个表 there is no such table: ${table}; npm run citus -- apply`];
      if (how === distributionOf(spec)) return [];
      return [
        `分布不对 distributed otherwise: ${table}: ${how || '–'}；应 should be: ${distributionOf(spec)}; npm run citus -- apply`,
      ];
    });
  });
}

/** As {@link tablesQuestion} answers it. */
export const distributionOf = ({ distributedBy, distributionField }: CollectionSpec): string => {
  if (distributedBy === undefined) return 'n t';
  if (distributionField !== undefined) return 'h spread';
  return distributedBy === '_id' ? 'h id' : 'h day';
};

async function recoveryAtFault(run: Server['run']): Promise<readonly string[]> {
  const [row] = await run({ text: recoveryQuestion, values: [] });
  if (row?.[0] === 't') return [];
  return [
    "中断的事务要等很久才看得见 what a broken transaction wrote stays unseen for long: ALTER SYSTEM SET citus.recover_2pc_interval = '5s'; SELECT pg_reload_conf()",
  ];
}
