import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskWords } from '@tongcheng/cloudfunctions/ports/disk-words';
import { collection, type DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { ConfigurationWrong } from '@tongcheng/cloudfunctions/wiring/config';

/** Which folder holds the files of these documents: the same mark lies in it. */
interface FilesMark {
  readonly _id: string;
  readonly mark: string;
}
const filesMarks = collection<FilesMark>()({
  name: 'filesOf',
  keep: { until: 'place' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** Beside the files, and no object: a backup leaves it, as it leaves the mark among the documents. */
const markFile = '.files-of';

/**
 * Refuses a start with a folder of files that is not the one of the other hosts on this database: a report made on one of them would be missing
 * on the next. The first host marks its folder, the others have to see that mark. Throws {@link ConfigurationWrong}.
 */
export async function refuseOtherFiles(store: DocumentStore, folder: string): Promise<void> {
  const path = join(folder, markFile);
  const known = await store.get(filesMarks, 'disk');
  const here = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) =>
    fault.code === 'ENOENT' ? undefined : refuseUnusable(folder, fault),
  );
  if (known) return here?.trim() === known.mark ? undefined : refuse(folder, known.mark);
  const mark = here?.trim() ?? (await newMark(folder, path));
  if ((await store.insert(filesMarks, { _id: 'disk', mark })) === 'inserted') return;
  // Another host was first. It may be on this very folder: then both have its mark.
  const first = await store.get(filesMarks, 'disk');
  if (first?.mark === mark) return;
  if (here === undefined) await rm(path, { force: true });
  refuse(folder, first?.mark ?? '');
}

/** Only one of several hosts makes it; the others read what that one wrote. */
async function newMark(folder: string, path: string): Promise<string> {
  const mark = randomUUID();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path, `${mark}\n`, { flag: 'wx', mode: 0o600 });
    return mark;
  } catch (fault) {
    if (existsSync(path)) return (await readFile(path, 'utf8')).trim();
    return refuseUnusable(folder, fault);
  }
}

function refuseUnusable(folder: string, cause: unknown): never {
  throw new ConfigurationWrong(
    `文件目录读不了或写不了，请把它交给服务的用户。 The folder of files cannot be read or written; give it to the user of the service: ${folder}: ${diskWords(cause, folder) ?? String(cause)}`,
    { cause },
  );
}

function refuse(folder: string, mark: string): never {
  throw new ConfigurationWrong(
    `这里的文件目录和同一数据库的其他主机不同，在一台生成的报表另一台会没有。请让各主机共用一个目录，或用对象存储（TONGCHENG_OBJECTS=oss）；若原目录确已丢失，把 ${mark} 写入其中的 ${markFile}。 The folder of files is not that of the other hosts on this database, so a report made on one is missing on the next. Let all hosts see one folder, or use an object store (TONGCHENG_OBJECTS=oss); if the folder is lost for good, write ${mark} into ${markFile} of the new one: ${folder} (docs/deploy-servers.md, several hosts)`,
  );
}
