import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFlushed } from './store/flushed-file';

/** The token by which screen, readers and alarm lines of a gate's own machine speak to its program; it outlasts starts. */
export function localTokenIn(folder: string): string {
  const path = join(folder, 'local-token');
  if (!existsSync(path)) writeFlushed(path, randomBytes(24).toString('base64url'));
  return readFileSync(path, 'utf8');
}

/** Writes the address by which the screen is opened, its token in it, where only the program's own user reads it. */
export const writeScreenLink = (folder: string, url: string, token: string): void =>
  writeFlushed(join(folder, 'screen-link'), `${url}/#${token}\n`);

/** Whether a header carries the token. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
