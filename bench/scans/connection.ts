import { once } from 'node:events';
import { connect } from 'node:net';

/** What a reply said of itself. */
interface LoadReply {
  readonly status: number;
  /** Of a refusal that names a time to come again. */
  readonly retryAfterSeconds?: number;
}

/** One connection that stays open: a request, its reply, the next request. */
export interface LoadConnection {
  /** The reply, once its whole body is here. */
  readonly request: (token: string, body: string) => Promise<LoadReply>;
  readonly close: () => void;
}

const endOfHead = Buffer.from('\r\n\r\n');

/** Connects. Only for replies of our own server, which say how long they are; a connection that breaks rejects the request under way. */
export async function openLoadConnection(port: number, path: string): Promise<LoadConnection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n`;
  let resolveReply: (reply: LoadReply) => void = () => undefined;
  let rejectReply: (fault: Error) => void = () => undefined;
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const reply = wholeReply(rest);
    if (reply === undefined) return;
    rest = Buffer.alloc(0);
    resolveReply(reply);
  });
  socket.on('close', () => rejectReply(new Error('the connection was closed')));
  socket.on('error', (fault) => rejectReply(fault));
  return {
    request: (token, body) =>
      new Promise((resolve, reject) => {
        [resolveReply, rejectReply] = [resolve, reject];
        socket.write(
          `${head}authorization: Bearer ${token}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}

/** The reply, when head and body are there. */
function wholeReply(bytes: Buffer): LoadReply | undefined {
  const end = bytes.indexOf(endOfHead);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  if (Number.isNaN(length)) throw new Error('a reply that does not say how long it is');
  if (bytes.length < end + endOfHead.length + length) return undefined;
  const status = Number(head.slice(9, 12));
  const retryAfter = status === 503 ? /retry-after: (\d+)/i.exec(head)?.[1] : undefined;
  return retryAfter === undefined ? { status } : { status, retryAfterSeconds: Number(retryAfter) };
}
