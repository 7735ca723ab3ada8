import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diskWords, withDiskWordsLater } from '../../ports/disk-words';

const keyBytes = 32;

/**
 * The master key out of its file. Made at the first start (mode 600); where data exists already (`mayCreate` false) a missing
 * key stops the start: a new one would open nothing. Throws a sentence in both languages.
 */
export async function openKeyFile(file: string, mayCreate: boolean): Promise<Uint8Array> {
  if (existsSync(file)) return readKeyFile(file);
  if (!mayCreate)
    throw new Error(
      `已有数据，但找不到主密钥文件。请把原来的密钥放回，不要新建。 There is data but no master key file; bring the original back, do not make a new one: ${file}`,
    );
  await withDiskWordsLater(file, async () => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeKeyFile(file, randomBytes(keyBytes));
  });
  return readKeyFile(file);
}

/** Whole and on the disk before anything is sealed under it; a key that is there already is never replaced. */
async function writeKeyFile(file: string, key: Buffer): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.draft`;
  const opened = await open(draft, 'wx', 0o600);
  try {
    await opened
      .writeFile(`${key.toString('base64')}\n`)
      .then(() => opened.sync())
      .finally(() => opened.close());
    await link(draft, file).catch(unlessThere);
  } finally {
    await rm(draft);
  }
  const folder = await open(dirname(file), 'r');
  await folder.sync();
  await folder.close();
}

function unlessThere(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EEXIST') throw fault;
}

function readKeyFile(file: string): Uint8Array {
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(
      `主密钥文件可被他人读取，请设为 600。 The master key file is readable by others; set its mode to 600: ${file}`,
    );
  const key = Buffer.from(textOf(file).trim(), 'base64');
  if (key.length !== keyBytes || isWeak(key))
    throw new Error(`主密钥太弱或已损坏。 The master key is weak or damaged: ${file}`);
  return new Uint8Array(key);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(
      `主密钥文件读不了，请把它交给服务的用户。 The master key file cannot be read; give it to the user of the service: ${file}: ${diskWords(cause) ?? String(cause)}`,
      { cause },
    );
  }
}

/** Few different bytes, or all the same step apart: written by hand, or zeros from a broken disk. Chance never looks so. */
function isWeak(key: Buffer): boolean {
  const steps = [...key].map((byte, place) => (256 + byte - (key[place - 1] ?? 0)) % 256);
  return new Set(key).size < 16 || new Set(steps).size < 12;
}
