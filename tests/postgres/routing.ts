import type { CollectionSpec } from '@tongcheng/cloudfunctions/adapters/postgres/collection-spec';
import { Client } from 'pg';

/** Statements that were sent, each text once, with the values of one time. */
export interface Sent {
  readonly statements: ReadonlyMap<string, readonly unknown[]>;
  /** Every statement in its order, also one without values or sent again. */
  readonly inOrder: readonly string[];
  readonly stop: () => void;
}

/** Listens to everything that is sent to PostgreSQL from now on; it is sent as it is. */
export const listen = (): Sent => {
  const statements = new Map<string, readonly unknown[]>();
  const inOrder: string[] = [];
  const real: unknown = Reflect.get(Client.prototype, 'query');
  if (typeof real !== 'function') throw new Error('nothing to listen to');
  const query = function (this: Client, ...given: unknown[]): unknown {
    const [asked] = given;
    inOrder.push(String(typeof asked === 'object' && asked !== null && 'text' in asked ? asked.text : asked));
    if (typeof asked === 'object' && asked !== null && 'text' in asked && 'values' in asked)
      statements.set(String(asked.text), Array.isArray(asked.values) ? asked.values : []);
    return Reflect.apply(real, this, given);
  };
  Reflect.set(Client.prototype, 'query', query);
  return { statements, inOrder, stop: () => void Reflect.set(Client.prototype, 'query', real) };
};

/** Which servers of a cluster statements concern. */
export interface Routes {
  /** By collection: how many different statements name by equality where their rows live. */
  readonly routed: ReadonlyMap<string, number>;
  /** Those that do not, as `collection: verb fields`. */
  readonly everywhere: readonly string[];
}

/**
 * Asks PostgreSQL itself, by EXPLAIN, which conditions each statement puts on its rows, and whether one of them says by
 * equality where they live. Collections that lie whole on every server concern one in any case.
 */
export const routesOf = async (
  url: string,
  sent: ReadonlyMap<string, readonly unknown[]>,
  specs: readonly CollectionSpec[],
): Promise<Routes> => {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const client = new Client({ connectionString: url });
  await client.connect();
  client.on('error', () => undefined);
  const routed = new Map<string, number>();
  const everywhere = new Set<string>();
  for (const [text, values] of sent) {
    const name = /(?:FROM|INTO|UPDATE) "[^"]+"\."c_([A-Za-z0-9-]+)/.exec(text)?.[1];
    const spec = name === undefined ? undefined : byName.get(name);
    if (!spec || spec.distributedBy === undefined || /^(CREATE|ALTER|DROP|ANALYZE)/.test(text)) continue;
    const column = { _id: 'id', day: 'day' }[spec.distributedBy] ?? 'spread';
    const named = text.startsWith('INSERT')
      ? text.slice(0, text.indexOf('VALUES')).includes(`"${column}"`)
      : says(column, await conditionsOf(client, text, values));
    if (named) routed.set(spec.name, (routed.get(spec.name) ?? 0) + 1);
    else everywhere.add(`${spec.name}: ${told(text)}`);
  }
  await client.end();
  return { routed, everywhere: [...everywhere].sort() };
};

/** The verb of a statement and the fields of its conditions. */
const told = (text: string): string => {
  if (text.includes('WHERE EXISTS')) return 'which days hold something';
  const where = text.slice(text.indexOf('WHERE'), text.includes('ORDER BY') ? text.indexOf('ORDER BY') : undefined);
  const fields = [...where.matchAll(/sort_key\(body, '(\w+)'\)|(\bid\b)/g)].map(([, field, id]) => field ?? id ?? '');
  // Pages go on behind an id.
  const asked = new Set(fields.length > 1 ? fields.filter((field) => field !== 'id') : fields);
  return `${text.split(' ')[0]?.toLowerCase()} by ${[...asked].join(', ') || 'nothing'}`;
};

const says = (column: string, conditions: readonly string[]): boolean =>
  conditions.some((each) => each === 'false' || new RegExp(`\\(${column} = (ANY )?\\(?'`).test(each));

async function conditionsOf(client: Client, text: string, values: readonly unknown[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>({
    text: `EXPLAIN (COSTS OFF, FORMAT JSON) ${text}`,
    values: [...values],
  });
  return rows.flatMap((row) => conditionsIn(row['QUERY PLAN']));
}

const conditionNames = ['Index Cond', 'Filter', 'Recheck Cond', 'One-Time Filter'];

function conditionsIn(plan: unknown): readonly string[] {
  if (Array.isArray(plan)) return plan.flatMap(conditionsIn);
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([name, value]: [string, unknown]) =>
    conditionNames.includes(name) ? [String(value)] : conditionsIn(value),
  );
}
