import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A connection that brought nothing between two looks, and waits for no answer, has nothing on its way. */
const lookMs = 100;
/** A request that has not arrived whole by then is cut: about 1.5 seconds. Looks are counted, not time: a machine that stood still read nothing. */
const looksToArrive = 15;
/** A request that arrived whole is waited for until then, about 8 seconds: container hosts kill after 10. */
const looksToAnswer = 80;

/**
 * Lets a server drain when it closes. Node closes idle connections together with the server, also those whose next request has arrived and
 * was not read yet, or whose last answer is still on its way: their clients see a reset. Here they stay open until they are silent. Gives
 * what is to be done before the server stops listening.
 */
export function drainAtClose(server: Server): () => Promise<void> {
  const connections = followConnections(server);
  server.closeIdleConnections = () => undefined;
  return async () => {
    await takeWaiting(connections.taken);
    let looks = 0;
    const looking = setInterval(() => {
      looks += 1;
      connections.endSilent();
      if (looks >= looksToArrive) connections.cut((requests) => !requests.some(({ complete }) => complete));
      if (looks >= looksToAnswer) connections.cut(() => true);
    }, lookMs);
    server.once('close', () => clearInterval(looking));
  };
}

interface Followed {
  /** Requests whose answers have not left for the kernel. */
  readonly unanswered: Set<IncomingMessage>;
  /** Of the last look. */
  bytesRead: number;
}

function followConnections(server: Server) {
  const open = new Map<Socket, Followed>();
  let taken = 0;
  server.on('connection', (socket) => {
    taken += 1;
    open.set(socket, { unanswered: new Set(), bytesRead: -1 });
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', (request, response) => {
    const followed = open.get(request.socket);
    followed?.unanswered.add(request);
    response.once('close', () => followed?.unanswered.delete(request));
  });
  return {
    /** How many there have been. */
    taken: () => taken,
    /** Ends in order, without a reset, what is silent since the last look. */
    endSilent: () => {
      for (const [socket, followed] of open) {
        if (followed.unanswered.size === 0 && followed.bytesRead === socket.bytesRead) socket.end();
        followed.bytesRead = socket.bytesRead;
      }
    },
    cut: (isCut: (unanswered: readonly IncomingMessage[]) => boolean) => {
      for (const [socket, { unanswered }] of open) if (isCut([...unanswered])) socket.destroy();
    },
  };
}

/** More turns than that are a flood, which a stop does not wait for. */
const maxTurns = 1_000;

/** Connections that the kernel made and nobody took yet would be reset with the listening socket; the loop takes one or a few at a turn. */
async function takeWaiting(taken: () => number): Promise<void> {
  let before = -1;
  for (let turn = 0; turn < maxTurns && taken() > before; turn += 1) {
    before = taken();
    await nextTurn();
    await nextTurn();
  }
}
