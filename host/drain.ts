import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** What was sent before a stop has this long to be answered; then connections are cut. */
const graceMs = 1_500;
/** A connection that brought nothing for so long, and waits for no answer, has nothing on its way. */
const quietMs = 100;

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
    const silent = setInterval(() => connections.endSilent(), quietMs);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.once('close', () => {
      clearInterval(silent);
      clearTimeout(cut);
    });
  };
}

interface Followed {
  /** Requests whose answers have not left for the kernel. */
  unanswered: number;
  /** Of the last look. */
  bytesRead: number;
}

function followConnections(server: Server) {
  const open = new Map<Socket, Followed>();
  let taken = 0;
  server.on('connection', (socket) => {
    taken += 1;
    open.set(socket, { unanswered: 0, bytesRead: -1 });
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    const followed = open.get(socket);
    if (!followed) return;
    followed.unanswered += 1;
    response.once('close', () => {
      followed.unanswered -= 1;
    });
  });
  return {
    /** How many there have been. */
    taken: () => taken,
    /** Ends in order, without a reset, what is silent since the last look. */
    endSilent: () => {
      for (const [socket, followed] of open) {
        if (followed.unanswered === 0 && followed.bytesRead === socket.bytesRead) socket.end();
        followed.bytesRead = socket.bytesRead;
      }
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
