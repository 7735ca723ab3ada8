import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on which the next answer to some statement gets lost. */
export interface LossyWire {
  /** The server's address by this way. */
  readonly url: string;
  /** From now on answers to statements that contain `word` are lost, `times` times: the server does them, the line breaks. */
  readonly lose: (word: string, times?: number) => void;
  readonly lost: () => number;
  readonly close: () => Promise<void>;
}

/** The server has this long to do what nobody will hear of. */
const graceMs = 60;

/** Forwards everything to the server of `url`. */
export const openLossyWire = async (url: string): Promise<LossyWire> => {
  const { port, hostname } = new URL(url);
  const sockets = new Set<Socket>();
  let losing = { word: '', times: 0 };
  let lost = 0;
  const wire = createServer((client) => {
    const server = connect(Number(port), hostname);
    let isDeaf = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          client.destroy();
          server.destroy();
        });
    }
    client.on('data', (bytes) => {
      server.write(bytes);
      if (isDeaf || losing.times === 0 || !bytes.includes(losing.word)) return;
      losing = { ...losing, times: losing.times - 1 };
      lost += 1;
      isDeaf = true;
      setTimeout(() => client.destroy(), graceMs);
    });
    server.on('data', (bytes) => {
      if (!isDeaf) client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const address = wire.address();
  const to = new URL(url);
  to.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: to.href,
    lose: (word, times = 1) => {
      losing = { word, times };
    },
    lost: () => lost,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        wire.close(() => resolve());
      }),
  };
};
