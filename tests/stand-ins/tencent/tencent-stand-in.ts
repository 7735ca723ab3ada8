import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { type KnownKey, refusalOf } from './tc3';

/** What an action answers: fields of a response, or the cloud's code of a refusal. */
export type TencentAnswer = Readonly<Record<string, unknown>> | { readonly refused: string };
type Question = Readonly<Record<string, unknown>>;
export type TencentActions = Readonly<Record<string, (question: Question) => TencentAnswer>>;

/** How the whole service misbehaves. */
export type TencentFault = 'away' | 'silent' | 'late' | 'rubbish' | 'other-shape' | 'status-503' | 'throttled';

/**
 * The cloud's interface over HTTP: recomputes every TC3 signature, answers by action. Not verified against the live services; actions
 * answer as their documents say.
 */
export async function openTencentStandIn(actions: TencentActions, now = () => Date.now()) {
  const keys = new Map<string, KnownKey>([['AKID-test', { secretKey: 'a secret of tests only' }]]);
  const faults: TencentFault[] = [];
  const calls: { readonly action: string; readonly question: Question; readonly version: unknown }[] = [];
  const server = createServer((request, reply) => {
    void text(request).then(async (body) => {
      const action = String(request.headers['x-tc-action']);
      const question: Question = JSON.parse(body);
      calls.push({ action, question, version: request.headers['x-tc-version'] });
      const fault = faults.shift();
      if (fault === 'away') return request.socket.destroy();
      if (fault === 'silent') return undefined;
      if (fault === 'late') await setTimeout(2_000, undefined, { ref: false });
      if (fault === 'rubbish') return reply.end('<html>maintenance</html>');
      if (fault === 'other-shape') return respond(reply, { Unexpected: true });
      if (fault === 'status-503') return reply.writeHead(503).end();
      const refused = refusalOf(request.headers, body, keys, now());
      if (refused !== undefined) return respond(reply, { refused });
      if (fault === 'throttled') return respond(reply, { refused: 'RequestLimitExceeded' });
      return respond(reply, actions[action]?.(question) ?? { refused: 'InvalidAction' });
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
  return { endpoint, keys, faults, calls, close };
}

function respond(reply: ServerResponse, answer: TencentAnswer): void {
  const RequestId = '2f1c';
  const Response =
    'refused' in answer
      ? { Error: { Code: answer.refused, Message: 'words that may repeat 110101199001011237' }, RequestId }
      : { ...answer, RequestId };
  reply.setHeader('content-type', 'application/json').end(JSON.stringify({ Response }));
}
