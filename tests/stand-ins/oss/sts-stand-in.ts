import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { KnownKey } from './guard';

const encoded = (value: string) =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The token service: checks the signature of AssumeRole and gives keys that the bucket knows until they end. */
export async function openStsStandIn(options: {
  readonly user: { readonly id: string; readonly secret: string };
  readonly keys: Map<string, KnownKey>;
  readonly now: () => number;
}) {
  const given: string[] = [];
  const server = createServer((request, reply) => {
    void text(request).then((body) => {
      const asked = new URLSearchParams(body);
      const signature = asked.get('Signature');
      asked.delete('Signature');
      const canonical = [...asked]
        .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
        .sort()
        .join('&');
      const expected = createHmac('sha1', `${options.user.secret}&`)
        .update(`POST&%2F&${encoded(canonical)}`)
        .digest('base64');
      const isRight = asked.get('AccessKeyId') === options.user.id && signature === expected;
      if (!isRight) return reply.writeHead(400).end(JSON.stringify({ Code: 'SignatureDoesNotMatch', Message: 'no' }));
      const [id, secret, token] = [`STS.${randomUUID()}`, randomUUID(), randomUUID()];
      const endsAt = options.now() + Number(asked.get('DurationSeconds')) * 1_000;
      options.keys.set(id, { secret, token, endsAt });
      given.push(id);
      const Expiration = new Date(endsAt).toISOString();
      const Credentials = { AccessKeyId: id, AccessKeySecret: secret, SecurityToken: token, Expiration };
      return reply.end(JSON.stringify({ RequestId: randomUUID(), Credentials }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint, given, close };
}
