import { createHash } from 'node:crypto';

/** The openid of somebody in one app: 28 characters, another one in another app. */
export const openidOf = (appId: string, subject: string): string =>
  `o${createHash('sha256').update(`${appId}.${subject}`).digest('base64url').slice(0, 27)}`;
