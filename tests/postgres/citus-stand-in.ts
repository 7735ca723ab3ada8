import { askDirectly } from './databases';

/**
 * Functions and catalogues of Citus by their names, in a plain PostgreSQL: they write down what they are told, refuse a table that is not
 * there, and answer for nodes that the test invents. Nothing is distributed; a real Citus is not available to these tests.
 */
const standIn = `
  CREATE TABLE calls (at serial, call text);
  CREATE TABLE refused (name text);
  CREATE TABLE pg_dist_node (nodeid int, groupid int, nodename text, nodeport int, isactive boolean, noderole text, away boolean, says text);
  CREATE TABLE pg_dist_partition (logicalrelid oid PRIMARY KEY, partmethod "char", partkey text, repmodel "char");
  CREATE TABLE pg_dist_object (classid oid, objid oid);
  CREATE FUNCTION column_to_column_name(oid, text) RETURNS text LANGUAGE sql AS 'SELECT $2';
  CREATE FUNCTION create_reference_table(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM refused WHERE t LIKE '%' || name || '%') THEN RAISE 'no room for %', t; END IF;
    INSERT INTO calls (call) VALUES ('reference ' || t);
    INSERT INTO pg_dist_partition VALUES (t::regclass, 'n', NULL, 't'); END $$;
  CREATE FUNCTION create_distributed_table(t text, col text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM refused WHERE t LIKE '%' || name || '%') THEN RAISE 'no room for %', t; END IF;
    PERFORM 1 FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = ANY (x.indkey)
      WHERE x.indrelid = t::regclass AND x.indisprimary AND a.attname = col;
    IF NOT FOUND THEN RAISE 'the primary key of % lacks %', t, col; END IF;
    INSERT INTO calls (call) VALUES ('distributed ' || t || ' ' || col);
    INSERT INTO pg_dist_partition SELECT t::regclass, 'h', col, 's'
      UNION ALL SELECT inhrelid, 'h', col, 's' FROM pg_inherits WHERE inhparent = t::regclass; END $$;
  CREATE FUNCTION create_distributed_function(f regprocedure) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO calls (call) VALUES ('function ' || f);
    INSERT INTO pg_dist_object VALUES ('pg_proc'::regclass, f); END $$;
  CREATE FUNCTION run_command_on_all_nodes(command text, parallel boolean DEFAULT true)
    RETURNS TABLE (nodeid int, success boolean, result text) LANGUAGE plpgsql AS $$ DECLARE n record; BEGIN
    FOR n IN SELECT * FROM pg_dist_node ORDER BY groupid LOOP
      nodeid := n.nodeid; success := NOT n.away; result := 'connection refused';
      IF success AND command LIKE 'SELECT%' THEN EXECUTE command INTO result; result := coalesce(n.says, result);
      ELSIF success THEN EXECUTE command; INSERT INTO calls (call) VALUES (n.nodename || ': ' || command); END IF;
      RETURN NEXT; END LOOP; END $$;
`;

/** The stand-in in a new database, with a coordinator and two workers; gives the address of the database. */
export const standInForCitus = async (server: string, name: string): Promise<string> => {
  await askDirectly(server, `CREATE DATABASE ${name}`);
  const url = server.replace(/postgres$/, name);
  await askDirectly(url, standIn);
  await askDirectly(
    url,
    `INSERT INTO pg_dist_node SELECT n, n, 'node' || n, 5432, true, 'primary', false, NULL FROM generate_series(0, 2) n`,
  );
  await askDirectly(url, `ALTER DATABASE ${name} SET "citus.recover_2pc_interval" = '5s'`);
  return url;
};

/** What the stand-in was told, in order. */
export const callsIn = async (url: string): Promise<readonly string[]> =>
  (await askDirectly<{ call: string }>(url, 'SELECT call FROM calls ORDER BY at')).map(({ call }) => call);
