import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gateService } from './gate-service';

type Served = ReturnType<typeof gateService>['server'];

/** The service of the tests as installations answer: by HTTP, under the names of the endpoints. */
export async function gateHost() {
  const { server, service } = gateService({ now: Date.now });
  const http = createServer((request, response) => void answer(server, request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    url,
    service,
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

async function answer(server: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  if (path.startsWith('/files/')) return sendFile(server, request, response);
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = JSON.parse(Buffer.concat(pieces).toString());
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const answered = await endpoints(server, token)[path.slice('/api/'.length)]?.(body);
  const sent = answered?.ok
    ? { ok: true, value: answered.value }
    : { ok: false, failure: { code: answered?.code ?? 'unknown-operation', retry: 'later', zh: '没有', en: 'no' } };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(sent));
}

// biome-ignore lint/suspicious/noExplicitAny: the gate's own types hold on its side
const endpoints = (server: Served, token: string): Record<string, (body: any) => Promise<any>> => ({
  'devices.enrol-device': server.enrol,
  'devices.get-challenge': ({ deviceId }) => server.challenge(deviceId),
  'devices.sign-in-device': server.signIn,
  'gates.get-keys': () => server.keys(token),
  'gates.get-set': async (held) => {
    const answered = await server.set(token, held);
    if (!answered.ok) return answered;
    const { snapshot, deltas, ...offer } = answered.value;
    const at = <T extends { readonly url: string }>(link: T): T => ({ ...link, url: `/files/${link.url}` });
    return { ok: true, value: { ...offer, snapshot: at(snapshot), deltas: deltas.map(at) } };
  },
  'gates.report-state': (report) => server.report(token, report),
  'gates.deliver-taps': (batch) => server.deliver(token, batch),
});

async function sendFile(server: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const file = await server.fetchFile((request.url ?? '').slice('/files/'.length), from);
  if (!file) return void response.writeHead(410).end();
  response.writeHead(from > 0 ? 206 : 200, from > 0 ? { 'content-range': `bytes ${from}-/*` } : {});
  try {
    for await (const piece of file.pieces) if (!response.write(piece)) await once(response, 'drain');
    response.end();
  } catch {
    response.destroy();
  }
}
