import type { Endpoint } from '@tongcheng/shared/endpoint';
import fc from 'fast-check';
import * as z from 'zod';

/** The part of JSON Schema that zod writes for our inputs. */
const Schema = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

/** The input of an endpoint, as a schema. */
const inputSchema = (endpoint: Endpoint): unknown => z.toJSONSchema(endpoint.input, { io: 'input' });

/** Names of the fields of an endpoint's input. */
export const fieldsOf = (endpoint: Endpoint): readonly string[] =>
  Object.keys(Schema.parse(inputSchema(endpoint)).properties ?? {});

const hostileTexts = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  'a\r\nBcc: x@y.example',
  '\u202e',
  '{"$gt":""}',
  '𠮷'.repeat(20),
  'x'.repeat(10_000),
  '',
];

/** What an attacker or a broken phone puts where something else is due. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts),
  fc.constantFrom<unknown>(
    { $gt: '' },
    { in: ['a'] },
    { gte: 0 },
    { $where: '1' },
    [],
    [[]],
    {},
    null,
    true,
    -1,
    0,
    1e308,
    -0,
    2 ** 53,
  ),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"kind":"official"}}'), { constructor: { prototype: {} } }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
);

const objectOf = (schema: z.output<typeof Schema>, known: Known): fc.Arbitrary<unknown> => {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, part]) => [name, fc.oneof({ weight: 19, arbitrary: fitting(part, known, name) }, hostile)] as const,
  );
  const required = schema.required ?? [];
  const whole = fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  const lacking = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const more = fc
    .tuple(whole, fc.string({ maxLength: 12 }), hostile)
    .map(([body, name, value]) => ({ ...body, [name]: value }));
  return fc.oneof({ weight: 8, arbitrary: whole }, lacking, more);
};

/** Real values by the name of a field: ids, codes and tokens that the installation knows. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

function fitting(part: unknown, known: Known, name: string): fc.Arbitrary<unknown> {
  const schema = Schema.parse(part);
  const real = known[name];
  if (real && real.length > 0)
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...real) }, plain(schema, known, name));
  return plain(schema, known, name);
}

function plain(schema: z.output<typeof Schema>, known: Known, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return objectOf(schema, known);
  if (schema.type === 'array') return fc.array(fitting(schema.items, known, `${name}[]`), { maxLength: 4 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({
      min: Math.max(schema.minimum ?? -1_000, -(2 ** 31)),
      max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1),
    });
  if (schema.pattern && !schema.pattern.includes('\\p'))
    return fc.oneof(fc.stringMatching(new RegExp(schema.pattern, 'u')), fc.string({ maxLength: 30 }));
  return fc.string({ unit: 'grapheme', maxLength: 40 });
}

/** Bodies for an endpoint: mostly of its shape with one thing wrong or odd, some fitting, some not objects at all. */
export const bodies = (endpoint: Endpoint, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: fitting(inputSchema(endpoint), known, '') }, hostile);
