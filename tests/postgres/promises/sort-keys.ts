import { openPostgresStore } from '@tongcheng/cloudfunctions/adapters/postgres/open-postgres-store';
import { parseStored, sortKey, storedJson, storedText, textOf } from '@tongcheng/cloudfunctions/adapters/postgres/rows';
import fc from 'fast-check';
import { Client } from 'pg';
import { newSchema } from '../databases';

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '\u0001', '\ud800', 'a\udc00', '\u0001\u0003d800', '\\u0001'),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 5e-324, -5e-324, Number.MAX_VALUE, 1e21, 0.1 + 0.2, Number.MIN_SAFE_INTEGER),
);
const scalar = fc.oneof(anyText, number, fc.boolean(), fc.constant(null));

const rank = (value: unknown): number => ['object', 'number', 'string', 'boolean'].indexOf(typeof value);
const byPort = (a: unknown, b: unknown): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b) < 0 ? -1 : Number(Number(a) > Number(b));
};

/** One law of order, told twice: here and in SQL. */
export const sortKeys = (url: () => string): void => {
  test('keys stand in the order of the port, whatever the values', () => {
    fc.assert(
      fc.property(scalar.filter(isWhole), scalar.filter(isWhole), (a, b) => {
        const [one, other] = [Buffer.from(sortKey(a)), Buffer.from(sortKey(b))];
        expect(Math.sign(Buffer.compare(one, other))).toBe(Math.sign(byPort(a, b)));
      }),
      { numRuns: 3_000 },
    );
  });

  test('texts that PostgreSQL cannot keep come back as they were, also as names and deep inside', () => {
    fc.assert(
      fc.property(anyText, fc.json({ stringUnit: 'binary' }), (text, json) => {
        expect(textOf(storedText(text))).toBe(text);
        expect(hasCodePoints(storedText(text))).toBe(true);
        const document = { [text]: [text, JSON.parse(json)] };
        expect(parseStored(storedJson(JSON.stringify(document)))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('PostgreSQL makes the same keys out of documents as we do out of values', async () => {
    const schema = newSchema();
    const store = await openPostgresStore({ url: url(), schema });
    const client = new Client({ connectionString: url() });
    await client.connect();
    try {
      const property = fc.asyncProperty(fc.array(scalar, { minLength: 50, maxLength: 50 }), async (values) => {
        const texts = values.map((value) => storedJson(JSON.stringify({ value })));
        const { rows } = await client.query<{ key: string }>(
          `SELECT ${schema}.sort_key(body::jsonb, 'value') AS key FROM unnest($1::text[]) WITH ORDINALITY AS t (body, n) ORDER BY n`,
          [texts],
        );
        expect(rows.map(({ key }) => key)).toEqual(values.map(sortKey));
      });
      await fc.assert(property, { numRuns: 60 });
      const { rows } = await client.query(`SELECT ${schema}.sort_key('{"a":[1],"b":{"c":1},"d":null}'::jsonb, f) AS key
        FROM unnest(array['a', 'b', 'd', 'none']) AS f`);
      expect(rows).toEqual([{ key: '' }, { key: '' }, { key: '' }, { key: '' }]);
    } finally {
      await client.query(`DROP SCHEMA "${schema}" CASCADE`);
      await client.end();
      await store.close();
    }
  });
};

/** Halves of surrogate pairs have no code point, so no order is promised for them. */
const isWhole = (value: string | number | boolean | null): boolean => typeof value !== 'string' || hasCodePoints(value);

const hasCodePoints = (text: string): boolean => Buffer.from(text).toString() === text;
