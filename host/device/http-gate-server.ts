import { createClient, type EndpointInput, type EndpointName, type Transport } from '@tongcheng/shared/client';
import type { Answered, GateServer } from './gate-server';

/** Longer than this no call takes; the round goes on with the next one. */
const answersWithinMs = 15_000;
/** A file may take longer, but not stand still for so long. */
const standsStillMs = 30_000;

/** The service of an installation, by its address. */
export const httpGateServer = (serverUrl: string): GateServer =>
  gateServerOver(transportTo(serverUrl), (url, from) => fetchFile(new URL(url, serverUrl).href, from));

/** The service of gates over whatever carries its calls and files. */
export function gateServerOver(transport: Transport, fetchFile: GateServer['fetchFile']): GateServer {
  const ask = async <N extends EndpointName>(name: N, input: EndpointInput<N>, token?: string) => {
    const answer = await createClient(transport, () => token).call(name, input);
    return answer.ok ? answer : refusal(answer.failure);
  };
  return {
    enrol: (asked) => ask('devices.enrol-device', asked),
    challenge: (deviceId) => ask('devices.get-challenge', { deviceId }),
    signIn: (asked) => ask('devices.sign-in-device', asked),
    keys: (token) => ask('gates.get-keys', {}, token),
    set: (token, held) => ask('gates.get-set', held, token),
    report: (token, { refusals, ...report }) =>
      ask('gates.report-state', { ...report, refusals: [...refusals] }, token),
    deliver: (token, batch) => ask('gates.deliver-taps', batch, token),
    fetchFile,
  };
}

function refusal({ code, details }: { code: string; details?: Extract<Answered<never>, { ok: false }>['details'] }) {
  return details ? ({ ok: false, code, details } as const) : ({ ok: false, code } as const);
}

const transportTo =
  (serverUrl: string): Transport =>
  async ({ path, token, body }) => {
    const reply = await fetch(new URL(path, serverUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(answersWithinMs),
    });
    return { status: reply.status, body: await reply.json().catch(() => undefined) };
  };

/** A server that knows no ranges answers with the whole file. */
async function fetchFile(url: string, from: number) {
  const stops = new AbortController();
  const standing = setTimeout(() => stops.abort(), standsStillMs);
  try {
    const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
    const reply = await fetch(url, { headers, signal: stops.signal });
    if (!reply.ok || !reply.body) return undefined;
    return { from: startOf(reply), pieces: pieces(reply.body, standing) };
  } catch {
    return undefined;
  }
}

const startOf = (reply: Response): number =>
  reply.status === 206 ? Number(/^bytes (\d+)-/.exec(reply.headers.get('content-range') ?? '')?.[1] ?? 0) : 0;

async function* pieces(body: ReadableStream<Uint8Array>, standing: NodeJS.Timeout) {
  try {
    for await (const piece of body) {
      standing.refresh();
      yield piece;
    }
  } finally {
    clearTimeout(standing);
  }
}
