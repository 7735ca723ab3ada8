import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { tryDays } from '@tongcheng/cloudfunctions/app/retention/certificates/open-days';
import { tryHolds } from '@tongcheng/cloudfunctions/app/retention/certificates/open-holds';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';
import { people } from '@tongcheng/cloudfunctions/vault/records';
import type { Vault } from '@tongcheng/cloudfunctions/vault/vault';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import type { InstallationPlace } from '../installation-place';
import { verifyAudit } from '../verify-audit';
import type { BackupPart } from './parts';
import { checkBackup } from './restore';
import { fillPlace } from './run-restore';
import { embeddedAt } from './store-place';

/** Of so many people one must open; the others may have been forgotten since the backup. */
const triedPeople = 100;

/**
 * Restores a backup into a scratch folder, whatever store it came from, and opens it with the installation's own master key: sums and counts fit, the
 * keys are those of the documents, a person and a file open, the days whose keys are held open and those whose keys were destroyed do not, of those days
 * only the copies under legal hold that their certificates name, the access log is whole. Removes the scratch folder; throws with the first thing that fails.
 */
export async function drill(
  place: InstallationPlace,
  parts: readonly BackupPart[],
  scratchIn: string,
  say: (line: string) => unknown,
): Promise<void> {
  await mkdir(scratchIn, { recursive: true, mode: 0o700 });
  const scratch = await mkdtemp(join(scratchIn, 'tongcheng-drill-'));
  const draft = { dataFolder: join(scratch, 'data'), keyFile: join(scratch, 'master.key') };
  try {
    const checked = await checkBackup(parts);
    await fillPlace(draft, checked, { environment: embeddedAt(draft) });
    const counts = checked.flatMap(({ manifest }) => manifest.collections.map(({ documents }) => documents));
    await say(`  恢复了 restored: ${counts.reduce((sum, count) => sum + count, 0)} documents\n`);
    await openScratch(draft, place, say);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function openScratch(draft: InstallationPlace, place: InstallationPlace, say: (line: string) => unknown) {
  const taken = { objects: servers.objects };
  const config = readConfigOf(embeddedAt(draft), servers, taken);
  const { keys } = readConfigOf({ ...embeddedAt(draft), TONGCHENG_KEY_FILE: place.keyFile }, servers, taken);
  const log = lineLog((line) => process.stderr.write(line));
  const needs = await makeContainer({ ...config, keys }, { log });
  try {
    await say(
      `  ${await openPerson(needs)}\n  ${await openFile(needs.objects, join(draft.dataFolder, 'objects'))}\n  ${await openDays(needs)}\n  ${await openHolds(needs)}\n`,
    );
    if (!(await verifyAudit(needs, undefined, say))) throw new Error('访问记录不完整 the access log is not whole');
  } finally {
    await needs.store.close();
  }
}

async function openPerson({ store, vault }: { readonly store: DocumentStore; readonly vault: Vault }): Promise<string> {
  const { items } = await store.find(people, { where: {}, limit: triedPeople });
  if (items.length === 0) return '没有人员 there are no people';
  const opened = await vault.reveal(
    items.map(({ _id }) => _id),
    'own-data',
  );
  if (opened.size === 0)
    throw new Error(
      '人员资料打不开：主密钥或密钥备份不对 nobody’s facts open: the master key or the keys’ backup is not the right one',
    );
  return `人员资料能打开 people open: ${opened.size} / ${items.length}`;
}

async function openDays(needs: { readonly store: DocumentStore; readonly vault: Vault }): Promise<string> {
  const { open, forgotten, wrong } = await tryDays(needs);
  if (wrong.length > 0)
    throw new Error(`这些日子与密钥不符 days that do not go with their keys: ${wrong.slice(0, 20).join(', ')}`);
  return `能打开的日子 days that open: ${open}；密钥已销毁、打不开的日子 forgotten, and none of them opens: ${forgotten}`;
}

async function openHolds(needs: { readonly store: DocumentStore; readonly vault: Vault }): Promise<string> {
  const { open, ended, wrong } = await tryHolds(needs);
  if (wrong.length > 0)
    throw new Error(
      `这些法定留存与证明不符 legal holds that do not go with the certificates: ${wrong.slice(0, 20).join(', ')}`,
    );
  return `能打开的法定留存副本 copies under legal hold that open, each named by its days' certificates: ${open}；已结束、打不开的 ended, and none of them opens: ${ended}`;
}

async function openFile(objects: ObjectStore, folder: string): Promise<string> {
  const all = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : [];
  // What begins with a dot is no object: drafts, and the mark of whose files these are.
  const [first] = all.filter(
    (each) =>
      each.isFile() &&
      !relative(folder, join(each.parentPath, each.name))
        .split(sep)
        .some((part) => part.startsWith('.')),
  );
  if (!first) return '没有文件 there are no files';
  const key = relative(folder, join(first.parentPath, first.name)).split(sep).join('/');
  let bytes = 0;
  for await (const part of await objects.get(key)) bytes += part.length;
  return `文件能打开 a file opens: ${key} (${bytes})`;
}
