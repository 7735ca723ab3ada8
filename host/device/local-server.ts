import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Text } from '@tongcheng/shared/text';
import * as z from 'zod';
import { carriesToken } from './local-token';
import type { CardRead, TapOutcome } from './taps/tap';

/** What the program's own machine may ask of it. */
export interface LocalNeeds {
  readonly token: string;
  /** Where the page's files lie: with `.html`, `.css` and `.js` after it. */
  readonly screenFiles: string;
  /** A card was tapped. */
  readonly onCard: (card: CardRead) => TapOutcome & { readonly shown: Text };
  /** A reader that types like a keyboard typed a line: a number, or `kind:number`. */
  readonly onLine: (line: string) => void;
  /** A line for fire and power alarms went on or off. */
  readonly onAlarm: (on: boolean) => void;
  /** A screen listens from now on; gives what ends it. */
  readonly onScreen: (send: (message: object) => void) => () => void;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageFiles: Readonly<Record<string, readonly [ending: string, type: string]>> = {
  '/': ['html', 'text/html; charset=utf-8'],
  '/screen.js': ['js', 'text/javascript; charset=utf-8'],
  '/screen.css': ['css', 'text/css; charset=utf-8'],
};

const Card = z.strictObject({ kind: z.string().regex(/^[a-z0-9-]{1,40}$/), number: z.string().min(1).max(64) });
const Line = z.strictObject({ line: z.string().min(1).max(80) });
const Alarm = z.strictObject({ on: z.boolean() });
const longestBody = 1_024;

/** Serves the screen and takes cards and alarms, to this machine only. Gives its address. */
export async function serveLocally(
  needs: LocalNeeds,
  port: number,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    answer(needs, request, response).catch(() => refuse(response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault) => reject(new Error(inUse(port), { cause: fault })));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}` };
}

const inUse = (port: number): string =>
  `端口 ${port} 不能使用，请用 --port 另选一个。 Port ${port} cannot be used: choose another with --port.`;

async function answer(needs: LocalNeeds, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  // A page of elsewhere that has its own name lead here is refused by that name.
  if (!/^(?:127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) return refuse(response, 403);
  const path = request.url ?? '';
  const file = pageFiles[path];
  if (request.method === 'GET' && file) return sendFile(needs, response, file);
  if (!carriesToken(request.headers.authorization, needs.token)) return refuse(response, 401);
  if (request.method === 'GET' && path === '/messages') return listenTo(needs, response);
  if (request.method !== 'POST') return refuse(response, 404);
  const body = await bodyOf(request);
  return act(needs, path, body, response);
}

function act(needs: LocalNeeds, path: string, body: unknown, response: ServerResponse): void {
  const asked = acts[path];
  if (!asked) refuse(response, 404);
  else {
    const answered = asked(needs, body);
    if (answered) send(response, answered);
    else refuse(response, 400);
  }
}

/** What can be asked, and the answer; undefined where the body is not as it must be. */
const acts: Readonly<Record<string, (needs: LocalNeeds, body: unknown) => object | undefined>> = {
  '/tap': ({ onCard }, body) => {
    const card = Card.safeParse(body);
    return card.success ? onCard(card.data) : undefined;
  },
  '/line': ({ onLine }, body) => {
    const line = Line.safeParse(body);
    if (line.success) onLine(line.data.line);
    return line.success ? {} : undefined;
  },
  '/alarm': ({ onAlarm }, body) => {
    const alarm = Alarm.safeParse(body);
    if (alarm.success) onAlarm(alarm.data.on);
    return alarm.success ? alarm.data : undefined;
  },
};

function sendFile(
  { screenFiles }: LocalNeeds,
  response: ServerResponse,
  [ending, type]: readonly [string, string],
): void {
  response.setHeader('content-type', type);
  response.end(readFileSync(`${screenFiles}.${ending}`));
}

function listenTo({ onScreen }: LocalNeeds, response: ServerResponse): void {
  response.setHeader('content-type', 'application/x-ndjson');
  response.on(
    'close',
    onScreen((message) => void response.write(`${JSON.stringify(message)}\n`)),
  );
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > longestBody) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
