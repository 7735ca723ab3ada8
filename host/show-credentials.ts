import { fstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { writeWhole } from '@tongcheng/cloudfunctions/adapters/disk/write-whole';
import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { credentialsText } from './credentials-text';
import { writeStdout } from './terminal';

/**
 * Whether a journal keeps what this process prints: systemd names the very stream in `JOURNAL_STREAM` (systemd.exec), and the
 * first process of a container without a terminal writes into the container's log.
 */
function journalKeepsStdout(): boolean {
  if (process.stdout.isTTY) return false;
  const { dev, ino } = fstatSync(1, { bigint: true });
  return process.env.JOURNAL_STREAM === `${dev}:${ino}` || process.pid === 1;
}

/**
 * Shows credentials on the terminal. Where a journal would keep them for years they go into a file beside the master key
 * instead, readable by its owner alone, and only where it lies is printed.
 */
export const showCredentialsBeside =
  (keyFile: string): ShowCredentials =>
  async (credentials) => {
    const text = credentialsText(credentials);
    if (!journalKeepsStdout()) return writeStdout(text);
    const file = `${keyFile}.sign-in`;
    await writeWhole(dirname(file), file, Readable.from([text]));
    await writeStdout(
      `管理端登录信息写在文件里，只此一份，看后请删除 The console's sign-in is in a file, this once; delete it when it is read: ${file}\n`,
    );
  };
