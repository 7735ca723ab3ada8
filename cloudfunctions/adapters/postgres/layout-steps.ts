import { quoted } from './names';
import type { Server } from './server';

/** One step from a layout to the next. Runs in a transaction with its stamp: interrupted, it never happened. */
export type LayoutStep = (run: Server['run'], schema: string) => Promise<void>;

/**
 * Layout 1: the law of order as functions, which expression indexes and questions both use (sort-key.ts has the same in
 * TypeScript). Numbers are the bits of a double in an order that text keeps.
 */
const sortKeys: LayoutStep = async (run, schema) => {
  const of = quoted(schema);
  await run({
    values: [],
    text: `CREATE FUNCTION ${of}.number_key(bits bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$ SELECT lpad(to_hex(CASE WHEN bits < 0 THEN ~bits ELSE bits # (-9223372036854775808) END), 16, '0') $$`,
  });
  await run({
    values: [],
    text: `CREATE FUNCTION ${of}.sort_key(body jsonb, field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT CASE jsonb_typeof(body -> field)
        WHEN 'string' THEN '2' || (body ->> field)
        WHEN 'number' THEN '1' || ${of}.number_key(
          ('x' || encode(float8send((body ->> field)::float8), 'hex'))::bit(64)::bigint)
        WHEN 'boolean' THEN CASE WHEN (body ->> field)::boolean THEN '4' ELSE '3' END
        ELSE '' END $$`,
  });
};

/** In order: the first makes layout 1 out of nothing. Append only. */
export const layoutSteps: readonly LayoutStep[] = [sortKeys];
