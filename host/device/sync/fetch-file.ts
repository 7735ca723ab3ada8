import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { GateServer, SetLink } from '../gate-server';

/**
 * Fetches a file into a draft and goes on where an earlier attempt ended, after a power cut too. Gives whether the whole file is there, each byte as
 * its link says; a draft that came out wrong is taken away.
 */
export async function fetchInto(draft: string, link: SetLink, server: Pick<GateServer, 'fetchFile'>): Promise<boolean> {
  if (sizeOf(draft) > link.bytes) rmSync(draft);
  if (sizeOf(draft) < link.bytes) await fetchRest(draft, link, server);
  if (sizeOf(draft) < link.bytes) return false;
  const isRight = sizeOf(draft) === link.bytes && (await digestOf(draft)) === link.sha256;
  if (!isRight) rmSync(draft);
  return isRight;
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

async function fetchRest(draft: string, { url, bytes }: SetLink, server: Pick<GateServer, 'fetchFile'>): Promise<void> {
  const answer = await server.fetchFile(url, sizeOf(draft));
  if (!answer) return;
  const file = await open(draft, existsSync(draft) ? 'r+' : 'w+', 0o600);
  try {
    let at = answer.from;
    await file.truncate(at);
    for await (const piece of answer.pieces) {
      if (at + piece.length > bytes) break;
      await file.write(piece, 0, piece.length, at);
      at += piece.length;
    }
  } catch {
    // The connection broke, or the disk is full: what is there stays, and the next attempt goes on.
  } finally {
    await file.sync().catch(() => undefined);
    await file.close();
  }
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) digest.update(piece);
  return digest.digest('hex');
}
