import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { init } from '@cloudbase/node-sdk';
import fc from 'fast-check';
import { find } from 'mingo';
import { samples } from '../adapters/document-store/samples';
import { accountKeys, startCloud } from './cloud';
import { sorted } from './stand-in/bson-order';
import { readCanonical } from './stand-in/ejson';
import { matches } from './stand-in/matches';
import type { StandIn } from './stand-in/stand-in';

/** The stand-in judged in its turn: a service that took anything would prove nothing. */
let cloud: StandIn;
beforeEach(async () => {
  cloud = await startCloud(samples.name);
});
afterEach(() => cloud.close());

const sdk = (keys: typeof accountKeys, env = cloud.env) =>
  init({ env, serviceUrl: cloud.serviceUrl, ...keys })
    .database()
    .collection(samples.name);

test('a request is taken with the right keys only', async () => {
  expect(await sdk(accountKeys).count()).toMatchObject({ total: 0 });
  await expect(sdk({ ...accountKeys, secretKey: 'wrong' }).count()).rejects.toThrow('signature does not fit');
  await expect(sdk({ ...accountKeys, secretId: 'nobody' }).count()).rejects.toThrow('not known');
  await expect(sdk({ ...accountKeys, sessionToken: 'old' }).count()).rejects.toThrow('session token');
  await expect(sdk(accountKeys, 'another-env').count()).rejects.toThrow('Env Not Exists');
});

interface Caught {
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: string;
}

/** One request of the SDK, caught on its way to the stand-in. */
async function caughtRequest(): Promise<Caught> {
  const caught: Caught[] = [];
  const between = createServer(async (request, response) => {
    caught.push({ headers: request.headers, path: request.url ?? '', body: await text(request) });
    response.end('{"data":{"total":0}}');
  });
  await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening));
  const bound = between.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const through = init({ env: cloud.env, serviceUrl: `http://127.0.0.1:${port}/admin`, ...accountKeys });
  await through.database().collection(samples.name).where({ v: 1 }).count();
  between.closeAllConnections();
  await new Promise((closed) => between.close(closed));
  return caught[0] ?? Promise.reject(new Error('nothing was caught'));
}

/** Sends a caught request on, as it was or changed. */
const sent = ({ headers, path, body }: Caught): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const asked = request(
      `${cloud.address}${path}`,
      { method: 'POST', headers: { ...headers, ...length } },
      (reply) => {
        text(reply).then((whole) => resolve(JSON.parse(whole)), reject);
      },
    );
    asked.on('error', reject).end(body);
  });

test('a request that was changed on the way is refused, unchanged it is taken', async () => {
  const caught = await caughtRequest();
  expect(await sent(caught)).toMatchObject({ data: { total: 0 } });
  const other = { ...caught, body: caught.body.replace('calculateDocument', 'removeDocument') };
  expect(await sent(other)).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  const added = { ...caught, body: caught.body.replace('{', '{"transactionId":"x",') };
  expect(await sent(added)).toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  const old = {
    ...caught,
    headers: { ...caught.headers, 'x-timestamp': String(Math.floor(Date.now() / 1_000) - 700) },
  };
  expect(await sent(old)).toMatchObject({ code: 'SIGN_PARAM_INVALID', message: 'signature expired' });
});

test('numbers that do not say what they are, or are none of their type, are refused', () => {
  expect(readCanonical('{"a":{"$numberInt":"1"},"b":{"$numberLong":"9007199254740991"}}')).toEqual({
    a: 1,
    b: 2 ** 53 - 1,
  });
  for (const loose of ['{"a":1}', '{"a":{"$numberInt":"3000000000"}}', '{"a":[{"$numberLong":"9223372036854775808"}]}'])
    expect(() => readCanonical(loose)).toThrow();
});

test('it reads MongoDB’s language as mingo does', () => {
  const scalar = fc.constantFrom(null, 0, 1, -2.5, '', 'a', 'b', '中', '😀', true, false);
  const inner = fc.record({ x: scalar, y: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })) }, { requiredKeys: [] });
  const documents = fc
    .array(fc.record({ f: inner }, { requiredKeys: [] }), { maxLength: 12 })
    .map((all) => all.map((each, _id) => ({ ...each, _id: `d${_id}` })));
  const operand = fc.oneof(
    ...['$eq', '$ne'].map((name) => scalar.map((value) => ({ [name]: value }))),
    // mingo and MongoDB differ in what is not less than null; nothing of ours asks that.
    ...['$gt', '$gte', '$lt', '$lte'].map((name) =>
      scalar.filter((value) => value !== null).map((value) => ({ [name]: value })),
    ),
    fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
    scalar,
  );
  const condition = fc.tuple(fc.constantFrom('f.x', 'f.y'), operand).map(([path, value]) => ({ [path]: value }));
  const list = fc.array(condition, { minLength: 1, maxLength: 3 });
  const query = fc.oneof(
    condition,
    list.map(($and) => ({ $and })),
    list.map(($or) => ({ $or })),
  );
  const sign = fc.constantFrom(1, -1);
  let met = 0;
  fc.assert(
    fc.property(documents, query, sign, (all, asked, direction) => {
      const order = { 'f.x': direction, _id: direction } as const;
      const answer = sorted(
        all.filter((each) => matches(each, asked)),
        order,
      );
      expect(answer).toEqual(
        find<(typeof all)[number]>([...all], asked)
          .sort(order)
          .all(),
      );
      met += answer.length;
    }),
    { numRuns: 2_000 },
  );
  expect(met).toBeGreaterThan(2_000);
});
