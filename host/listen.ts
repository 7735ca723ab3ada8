import type { FastifyInstance } from 'fastify';
import type { HostOptions } from './options';

/**
 * Connections that may wait to be taken. When more come at once, the system drops the last word of each handshake, and what was sent on such a
 * connection is read only after its sender repeats it: with 511, Node's own number, some of 2,000 waited for twelve seconds. The system lowers it to
 * `net.core.somaxconn` (4,096 on Linux since 5.4).
 */
export const listenBacklog = 4_096;

/** Why a gateway may not listen, in words for the person who started it. */
const reasons: Readonly<Record<string, (options: Pick<HostOptions, 'port' | 'address'>) => string>> = {
  EADDRINUSE: ({ port }) =>
    `端口 ${port} 已被占用，请停止占用它的程序或用 --port 另选一个。 Port ${port} is in use: stop the program that has it or choose another with --port.`,
  EACCES: ({ port }) =>
    `没有权限使用端口 ${port}，请用 --port 另选一个。 This user may not use port ${port}: choose another with --port.`,
  EADDRNOTAVAIL: ({ address }) =>
    `本机没有地址 ${address}，请检查 --address。 This machine has no address ${address}: check --address.`,
};

/** Begins to listen and gives the gateway's own address on this machine; throws a sentence in both languages. */
export async function listen(
  gateway: FastifyInstance,
  options: Pick<HostOptions, 'port' | 'address'>,
): Promise<string> {
  try {
    return await gateway.listen({ port: options.port, host: options.address, backlog: listenBacklog });
  } catch (fault) {
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
    const message = reasons[code]?.(options);
    throw message === undefined ? fault : new Error(message, { cause: fault });
  }
}
