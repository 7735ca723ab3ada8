import type { IncomingMessage } from 'node:http';

/**
 * The body of a request as text with its length in bytes, or undefined as soon as it is longer than `maxBytes`; what follows
 * is then read no more. A request that breaks off is never answered: nobody is there.
 */
export function readText(
  request: IncomingMessage,
  maxBytes: number,
  done: (text: string | undefined, bytes: number) => void,
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const tooLong = () => {
    request.pause();
    request.removeAllListeners('data').removeAllListeners('end');
    done(undefined, bytes);
  };
  request.on('error', () => undefined);
  if (Number(request.headers['content-length']) > maxBytes) {
    tooLong();
    return;
  }
  request.on('data', (part: Buffer) => {
    bytes += part.length;
    parts.push(part);
    if (bytes > maxBytes) tooLong();
  });
  request.on('end', () => {
    const [only] = parts;
    done(parts.length === 1 && only ? only.toString('utf8') : Buffer.concat(parts, bytes).toString('utf8'), bytes);
  });
}
