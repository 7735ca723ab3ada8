import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { longTimeoutMs } from '../../world/timeouts';

export type PlatformFault =
  | 'away'
  | 'silent'
  | 'rubbish'
  | 'other-shape'
  | 'wrongly-signed'
  | 'unsigned'
  | 'another-nonce'
  | 'status-503'
  | 'throttled'
  | 'redirect'
  | 'endless';

const mac = (secret: string, ...lines: string[]) => createHmac('sm3', secret).update(lines.join('\n')).digest('hex');
const secret = 'a platform secret of tests only, long enough';

/** A health-code platform over HTTP: checks each signature, answers by document number, misbehaves as told. */
export async function openHealthPlatform(now: () => number) {
  const people = new Map<string, object>();
  const state = { secret };
  const faults: PlatformFault[] = [];
  const asked: unknown[] = [];
  let lastNonce = 'none yet';
  const server = createServer((request, reply) => {
    void text(request).then((body) => {
      const header = (name: string) => String(request.headers[name]);
      const [app, at, nonce] = [header('x-app-id'), header('x-timestamp'), header('x-nonce')];
      const isSigned =
        mac(state.secret, app, at, nonce, body) === header('x-signature') && Math.abs(now() - Number(at)) < 300_000;
      const answered = (signed: string, answer: string, key = state.secret) =>
        reply.setHeader('x-signature', mac(key, signed, answer)).end(answer);
      const fault = faults.shift();
      if (fault === 'away') return request.socket.destroy();
      if (fault === 'silent') return undefined;
      if (fault === 'status-503') return reply.writeHead(503).end();
      if (fault === 'redirect') return reply.writeHead(307, { location: '/elsewhere' }).end();
      if (fault === 'rubbish') return answered(nonce, '<html>');
      if (fault === 'other-shape') return answered(nonce, '{"code":"0","body":{"level":"7"}}');
      if (fault === 'throttled') return answered(nonce, '{"code":"4001"}');
      if (fault === 'endless') return reply.end('x'.repeat(200_000));
      if (!isSigned) return answered(nonce, '{"code":"2001"}');
      const question: { documentNumber?: string } = JSON.parse(body);
      asked.push(question);
      const found = people.get(String(question.documentNumber));
      const answer = JSON.stringify(found ? { code: '0', body: found } : { code: '1001' });
      if (fault === 'unsigned') return reply.end(answer);
      if (fault === 'wrongly-signed') return answered(nonce, answer, 'another secret');
      if (fault === 'another-nonce') return answered(lastNonce, answer);
      lastNonce = nonce;
      return answered(nonce, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    platform: { url, appId: 'tongcheng', secret, timeoutMs: longTimeoutMs },
    people,
    faults,
    asked,
    state,
    close,
  };
}
