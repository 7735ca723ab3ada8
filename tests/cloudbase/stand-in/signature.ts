import type { IncomingMessage } from 'node:http';
import { sign } from '@cloudbase/signature-nodejs';
import { type Fields, ServiceFault } from './ejson';

/** Keys that the service knows: the secret and, for temporary ones, the token that must come along. */
export interface KnownKeys {
  readonly secretKey: string;
  readonly sessionToken?: string;
}

/** Refuses a request whose TC3 signature does not fit it, whose keys are unknown or ended, or that is older than it may be. */
export function verifySignature(
  request: IncomingMessage,
  params: Fields,
  keysOf: (secretId: string) => KnownKeys | undefined,
  nowSeconds: number,
): void {
  const refuse = (why: string): never => {
    throw new ServiceFault('SIGN_PARAM_INVALID', why);
  };
  const given = String(request.headers.authorization ?? '');
  const [, secretId = ''] = /Credential=([^/,]+)\//.exec(given) ?? [];
  const keys = keysOf(secretId) ?? refuse('secret id is not known');
  if ((keys.sessionToken ?? '') !== String(params.sessionToken ?? '')) refuse('session token is not that of the keys');
  const timestamp = Number(request.headers['x-timestamp']);
  const lifetime = Number(request.headers['x-signature-expires']);
  if (!(Math.abs(nowSeconds - timestamp) <= lifetime)) refuse('signature expired');
  const { authorization } = sign({
    secretId,
    secretKey: keys.secretKey,
    method: String(request.method).toLowerCase(),
    url: `http://${request.headers.host}${request.url}`,
    headers: signedHeaders(request, given),
    params,
    timestamp,
    withSignedParams: true,
  });
  if (authorization !== given) refuse('signature does not fit the request');
}

const signedHeaders = (request: IncomingMessage, given: string): Record<string, string> => {
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(given) ?? [];
  return Object.fromEntries(names.split(';').map((name) => [name, String(request.headers[name] ?? '')]));
};
