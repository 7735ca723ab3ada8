import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Bundles a program of the bench and gives its file. */
export async function bundled(entry: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/bundled.mjs', entry]);
  return stdout.trim();
}
