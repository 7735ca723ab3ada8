import { literal, quoted } from '../collection-spec';

/** The functions that indexes of shards use, by their signatures: Citus carries none to its workers by itself. */
export const carriedFunctions = (schema: string): readonly string[] => [
  `${quoted(schema)}.number_key(bigint)`,
  `${quoted(schema)}.sort_key(jsonb, text)`,
];

/** What each session of ours sets at the coordinator does not reach the workers: there the role carries it. */
export const roleSettings: readonly string[] = [
  'ALTER ROLE CURRENT_USER SET enable_seqscan = off',
  'ALTER ROLE CURRENT_USER SET jit = off',
];

/** Runs a command on every node, one after another; a row for each: its name, whether it was done, the answer or the fault. */
export const onEveryNode = (command: string): string =>
  `SELECT n.nodename || ':' || n.nodeport, r.success, r.result
    FROM run_command_on_all_nodes(${literal(command)}, parallel := false) r JOIN pg_dist_node n ON n.nodeid = r.nodeid
    ORDER BY n.groupid`;

/** Asks a node for what must hold there; its answer is one text, in the order of {@link nodePromises}. */
export const nodeQuestion = (schema: string): string => {
  const found = carriedFunctions(schema).map((each) => `to_regprocedure(${literal(each)}) IS NOT NULL`);
  return `SELECT concat_ws(',', current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'),
    current_setting('enable_seqscan'), current_setting('jit'), has_database_privilege(current_database(), 'CREATE'), ${found.join(', ')})`;
};

/** What {@link nodeQuestion} asks, each with the answers that are good and what to do about others. */
export const nodePromises = [
  { what: 'fsync', good: /^on$/, advice: 'fsync = on' },
  { what: 'full_page_writes', good: /^on$/, advice: 'full_page_writes = on' },
  { what: 'synchronous_commit', good: /^(on|remote_apply|remote_write)$/, advice: 'synchronous_commit = on' },
  { what: 'enable_seqscan', good: /^off$/, advice: 'npm run citus -- apply' },
  { what: 'jit', good: /^off$/, advice: 'npm run citus -- apply' },
  { what: 'CREATE', good: /^t$/, advice: 'GRANT CREATE ON DATABASE …' },
  { what: 'number_key', good: /^t$/, advice: 'npm run citus -- apply' },
  { what: 'sort_key', good: /^t$/, advice: 'npm run citus -- apply' },
] as const;

/** Every primary node with its group: 0 is the coordinator. */
export const nodesQuestion = `SELECT nodename || ':' || nodeport, groupid, isactive FROM pg_dist_node WHERE noderole = 'primary' ORDER BY groupid`;

/** Every table of a schema with how it is distributed: `n t` whole on every node, `h` and the column; null of one that lies on the coordinator only. */
export const tablesQuestion = (schema: string): string =>
  `SELECT c.relname, CASE WHEN p.partkey IS NULL THEN p.partmethod::text || ' ' || p.repmodel::text
      ELSE p.partmethod::text || ' ' || column_to_column_name(p.logicalrelid, p.partkey) END
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_dist_partition p ON p.logicalrelid = c.oid
    WHERE n.nspname = ${literal(schema)} AND c.relkind IN ('r', 'p')`;

/** Whether transactions over several nodes that lost their coordinator are ended within five seconds; until then what they wrote is not seen. */
export const recoveryQuestion = `SELECT coalesce(current_setting('citus.recover_2pc_interval', true)::interval BETWEEN '1ms' AND '5s', false)`;
