import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Whose address a request came from. */
export type AddressOf = (request: IncomingMessage) => string;

/** That of the connection; where it is one of the proxies named, what they say of the one before them. */
export const makeAddressOf = (trustedProxies: readonly string[] | undefined): AddressOf => {
  if (!trustedProxies) return ({ socket }) => socket.remoteAddress ?? 'unknown';
  const trusts = proxyAddr.compile([...trustedProxies]);
  return (request) => proxyAddr(request, trusts) ?? 'unknown';
};
