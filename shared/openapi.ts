import * as z from 'zod';
import type { Access } from './access';
import { endpoints } from './api';
import type { edgeFailures } from './edge-failures';
import type { Endpoint } from './endpoint';
import { failures } from './failures';
import { payloadOf, SignedRequest } from './signed-request';

/** What partner systems may call: their page of the interface holds nothing else. */
export const partnerEndpoints: readonly Endpoint[] = endpoints.filter(({ access }) => access.who === 'partner');

/** What makers of gates call: enrolling, signing in, and all that is a device's. */
export const gateEndpoints: readonly Endpoint[] = endpoints.filter(
  ({ access, name }) => access.who === 'device' || (access.who === 'anyone' && name.startsWith('devices.')),
);

/** OpenAPI 3.1 of every endpoint, or of some, from the same schemas that the server parses with. */
export const openapi = (some: readonly Endpoint[] = endpoints) => ({
  openapi: '3.1.0',
  info: {
    title: 'Tongcheng 同乘',
    version: '1',
    description:
      'One operation is one POST with a JSON body. Instants are milliseconds since 1970-01-01T00:00:00Z; days are civil days in Asia/Shanghai.',
    // As package.json says it: no licence is granted. An SPDX name of one's own, since SPDX has none for it.
    license: { name: 'UNLICENSED', identifier: 'LicenseRef-UNLICENSED' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(some.map((endpoint) => [`/api/${endpoint.name}`, { post: operation(endpoint) }])),
  components: {
    ...(some.some(({ access }) => hasToken(access)) && { securitySchemes: { session } }),
    schemas: { Failure: failureSchema },
  },
});

const session = { type: 'http', scheme: 'bearer', description: 'An access token of ten minutes.' };

const failureSchema = {
  type: 'object',
  required: ['ok', 'failure', 'serverAt'],
  properties: {
    ok: { const: false },
    failure: {
      type: 'object',
      required: ['code', 'retry', 'zh', 'en'],
      properties: {
        code: { type: 'string' },
        retry: { enum: ['never', 'later', 'after-change'] },
        zh: { type: 'string' },
        en: { type: 'string' },
        details: { type: 'object' },
      },
    },
    serverAt: { type: 'integer' },
  },
};

const operation = (endpoint: Endpoint) => ({
  operationId: endpoint.name,
  tags: [endpoint.name.split('.')[0] ?? ''],
  summary: endpoint.summary.en,
  description: `${endpoint.summary.zh}\n\n${describeAccess(endpoint.access)}`,
  security: hasToken(endpoint.access) ? [{ session: [] }] : [],
  requestBody: { required: true, content: { 'application/json': { schema: bodySchema(endpoint) } } },
  responses: { 200: success(endpoint), ...refusals(endpoint) },
});

/** Whether the caller shows an access token. Partner systems sign instead, inside the body, for which OpenAPI has no scheme. */
const hasToken = ({ who }: Access): boolean => who !== 'anyone' && who !== 'partner';

/** What is sent: the input itself or, of a partner system, the signed request whose payload holds it. */
const bodySchema = (endpoint: Endpoint) =>
  endpoint.access.who === 'partner'
    ? { ...jsonSchema(SignedRequest, 'input'), 'x-payload': jsonSchema(payloadOf(endpoint.input), 'input') }
    : jsonSchema(endpoint.input, 'input');

const success = (endpoint: Endpoint) => ({
  description: 'Done.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['ok', 'value', 'serverAt'],
        properties: {
          ok: { const: true },
          value: jsonSchema(endpoint.output, 'output'),
          serverAt: { type: 'integer' },
        },
      },
    },
  },
});

/** Failures by status, the edge's own among them, each with its code and English text. */
function refusals(endpoint: Endpoint) {
  const signing = endpoint.access.who === 'partner' ? signingCodes : [];
  const codes = [...endpoint.failures, ...edgeCodes, ...signing];
  const statuses = [...new Set(codes.map((code) => failures[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes
          .filter((code) => failures[code].status === status)
          .map((code) => `\`${code}\` ${failures[code].en}`)
          .join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    ]),
  );
}

const edgeCodes = [
  'invalid-input',
  'too-large',
  'not-signed-in',
  'session-stale',
  'not-allowed',
  'too-many-requests',
  'overloaded',
  'storage-refused',
  'fault',
] as const satisfies readonly (keyof typeof edgeFailures)[];

const signingCodes = ['signature-refused', 'request-too-old'] as const satisfies readonly (keyof typeof edgeFailures)[];

/** Who may call, in words. */
export const describeAccess = (access: Access): string => {
  switch (access.who) {
    case 'anyone':
      return '任何人，按来访地址限次。 Anyone; limited by address.';
    case 'rider':
      return '登录的乘客，只限本人。 A signed-in rider, for themselves.';
    case 'staff':
      return `工作人员，只限邀请码里的乘车点。 Staff (${access.roles.join(', ')}) at the venues of their invitation.`;
    case 'official':
      return `管理人员，只限账户里的城市。 Officials (${access.roles.join(', ')}) in the cities of their account.`;
    case 'device':
      return `已登记的设备。 A registered device (${access.kinds.join(', ')}), at its own place.`;
    case 'partner':
      return `签名的合作系统。 A partner system (${access.kinds.join(', ')}), by the signature in its request.`;
  }
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
};
