import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** A stand-in on a port of this machine. */
export interface Listening {
  readonly url: string;
  /** Paths in the order they were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves a stand-in over real HTTP, and notes what is asked. */
export async function listening(
  serve: (request: IncomingMessage, reply: ServerResponse) => Promise<unknown>,
): Promise<Listening> {
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    asked.push((request.url ?? '').split('?')[0] ?? '');
    serve(request, reply).catch(() => reply.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the stand-in has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
