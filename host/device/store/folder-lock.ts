import { createHash } from 'node:crypto';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

/**
 * Keeps a second program off the folder of a gate: two of them would number taps alike. The system frees the lock with the process, however it
 * ends, so that nothing stale is left by a power cut. Gives what frees it; throws where another program has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const place = lockPlace(realpathSync(folder));
  const server = createServer((socket) => socket.destroy());
  server.unref();
  await listening(server, place);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** A name without a file where the system has such names; elsewhere a file in the folder, which the next start takes away. */
function lockPlace(folder: string): string {
  const name = `tongcheng-gate-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const file = join(folder, 'lock');
  if (existsSync(file)) rmSync(file);
  return file;
}

const listening = (server: Server, place: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (fault) =>
      reject(new Error('另一个闸机程序正在使用这个目录。 Another gate program uses this folder.', { cause: fault })),
    );
    server.listen(place, resolve);
  });
