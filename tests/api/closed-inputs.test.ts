import { endpoints } from '@tongcheng/shared/api';
import { openapi } from '@tongcheng/shared/openapi';

interface Schema {
  readonly [key: string]: unknown;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const bounds = ['maxLength', 'pattern', 'enum', 'const', 'format'];

/** What of a schema lets in more than was declared, at any depth: unknown fields, texts and lists without an end. */
function openings(schema: unknown, at: string): readonly string[] {
  if (!isSchema(schema)) return [];
  const own =
    (schema.type === 'object' && schema.additionalProperties !== false && `${at} takes unknown fields`) ||
    (schema.type === 'string' && !bounds.some((bound) => bound in schema) && `${at} is a text without end`) ||
    (schema.type === 'array' && !('maxItems' in schema) && `${at} is a list without end`);
  const fields = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const parts = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((key) => {
    const several = schema[key];
    return Array.isArray(several) ? several : [];
  });
  return [
    ...(own ? [own] : []),
    ...fields.flatMap(([name, field]) => openings(field, `${at}.${name}`)),
    ...[...parts, schema.items].flatMap((part) => openings(part, `${at}[]`)),
  ];
}

const paths: Readonly<
  Record<string, { post: { requestBody: { content: Readonly<Record<string, { schema: unknown }>> } } }>
> = JSON.parse(JSON.stringify(openapi())).paths;

test.each(endpoints.map(({ name }) => name))('%s takes what it declares and nothing more, at any depth', (name) => {
  const schema = paths[`/api/${name}`]?.post.requestBody.content['application/json']?.schema;
  expect(schema).toMatchObject({ type: 'object' });
  expect(openings(schema, name)).toEqual([]);
});

test('the guard has failed once: an open object, a text and a list without end are named', () => {
  const text = { type: 'string' };
  const schema = { type: 'object', properties: { a: text, b: { type: 'array', items: { type: 'object' } } } };
  expect(openings(schema, 'x')).toEqual([
    'x takes unknown fields',
    'x.a is a text without end',
    'x.b is a list without end',
    'x.b[] takes unknown fields',
  ]);
});
