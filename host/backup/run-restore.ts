import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openKeyFile } from '@tongcheng/cloudfunctions/adapters/key-file/open-key-file';
import type { KeyService } from '@tongcheng/cloudfunctions/ports/key-service';
import { type FileOwner, type InstallationPlace, ownerOf, userName } from '../installation-place';
import { objectsIn } from './archive';
import { copyFiles } from './copy-files';
import type { BackupPart } from './parts';
import { type CheckedPart, checkBackup, restore, takeBack } from './restore';
import { storePlaceOf } from './store-place';

/**
 * Restores both parts of a backup into a place that holds no data. Everything is checked first; whatever refuses, before or on the way,
 * nothing is left behind, so that the same command takes a good backup afterwards. What root restores belongs to the user whose place it is; `say` names them.
 */
export async function runRestore(
  place: InstallationPlace,
  parts: readonly BackupPart[],
  say: (line: string) => unknown = () => undefined,
): Promise<readonly CheckedPart[]> {
  const owner = ownerOf(place);
  const checked = await checkBackup(parts);
  if (await (await storePlaceOf(place)).holdsData())
    throw new Error(
      '这里已有数据，只能恢复到空的地方。 There is data already; a backup is restored into an empty place only.',
    );
  const master = await masterAt(place);
  if (process.env.TONGCHENG_STORE === 'postgres') await restoreInPlace(place, checked, owner, master);
  else await restoreBeside(place, checked, owner, master);
  if (process.getuid?.() === 0) say(describeOwner(owner));
  return checked;
}

/** The master key, where its file is brought already. A root of a key service is not asked for: it may be out of reach from here. */
const masterAt = async ({ keyFile }: InstallationPlace): Promise<KeyService | undefined> =>
  existsSync(keyFile) && process.env.TONGCHENG_KMS_ROOT === undefined
    ? keyFileService(await openKeyFile(keyFile, false))
    : undefined;

type Restoring = readonly [
  place: InstallationPlace,
  checked: readonly CheckedPart[],
  owner: FileOwner,
  master: KeyService | undefined,
];

/** On a server there is no second place: what was written is taken back. */
async function restoreInPlace(...[place, checked, owner, master]: Restoring) {
  const objects = join(place.dataFolder, 'objects');
  await refuseRemains(objects);
  const wasThere = existsSync(objects);
  const store = await (await storePlaceOf(place)).open();
  try {
    await restore(store, checked, master);
    await copyObjects(checked, objects);
    await giveTo(owner, place.dataFolder, { deep: false });
    await giveTo(owner, objects);
  } catch (fault) {
    await takeBack(store, checked);
    // A folder that was there may be where a disk is mounted: it is emptied and stays.
    const written = wasThere ? (await readdir(objects)).map((name) => join(objects, name)) : [objects];
    for (const path of written) await rm(path, { recursive: true, force: true });
    throw fault;
  } finally {
    await store.close();
  }
}

/** Everything is restored beside the place and moved into it when it is whole; a killed restore leaves only what the next one removes. */
async function restoreBeside(...[place, checked, owner, master]: Restoring) {
  const draft = { dataFolder: join(place.dataFolder, 'restoring'), keyFile: `${place.keyFile}.restoring` };
  const moves = [
    [`${draft.keyFile}.store`, `${place.keyFile}.store`],
    [join(draft.dataFolder, 'objects'), join(place.dataFolder, 'objects')],
    // Last: where this is, there is data.
    [join(draft.dataFolder, 'store'), join(place.dataFolder, 'store')],
  ] as const;
  for (const [, target] of moves) await refuseRemains(target);
  const removeDraft = async () => {
    for (const path of [draft.dataFolder, `${draft.keyFile}.store`]) await rm(path, { recursive: true, force: true });
  };
  await removeDraft();
  const firstMade = await mkdir(place.dataFolder, { recursive: true, mode: 0o700 });
  try {
    await fillPlace(draft, checked, { master });
    for (const path of [draft.dataFolder, `${draft.keyFile}.store`]) await giveTo(owner, path);
    await moveAll(moves);
    await giveTo(owner, place.dataFolder, { deep: false });
    await removeDraft();
  } catch (fault) {
    await removeDraft();
    if (firstMade !== undefined) await rm(firstMade, { recursive: true, force: true });
    throw fault;
  }
}

/** Fills a new place with what checked parts hold. */
export async function fillPlace(
  draft: InstallationPlace,
  checked: readonly CheckedPart[],
  given: {
    readonly environment?: Parameters<typeof storePlaceOf>[1];
    readonly master?: KeyService | undefined;
  } = {},
): Promise<void> {
  const store = await (await storePlaceOf(draft, given.environment)).open();
  await restore(store, checked, given.master).finally(() => store.close());
  await copyObjects(checked, join(draft.dataFolder, 'objects'));
}

/** Root gives a folder, with all that is in it, to whose it is to be; anybody else owns what they wrote. */
async function giveTo({ uid, gid }: FileOwner, folder: string, { deep } = { deep: true }): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync(folder)) return;
  const below = deep ? await readdir(folder, { recursive: true }) : [];
  for (const path of ['', ...below]) await chown(join(folder, path), uid, gid);
}

const describeOwner = (owner: FileOwner): string =>
  owner.uid === 0
    ? '恢复的文件属于 root；如果服务以别的用户运行，请把数据目录和密钥目录交给它。 What was restored belongs to root; if the service runs as another user, give it the folders of data and of keys: chown -R USER FOLDER\n'
    : `恢复的文件属于 what was restored belongs to: ${userName(owner)}\n`;

async function moveAll(moves: readonly (readonly [string, string])[]): Promise<void> {
  const moved: (readonly [string, string])[] = [];
  try {
    for (const [from, to] of moves.filter(([from]) => existsSync(from))) {
      await rm(to, { recursive: true, force: true });
      await rename(from, to);
      moved.push([from, to]);
      await syncFolder(dirname(to));
    }
  } catch (fault) {
    for (const [from, to] of moved.reverse()) await rename(to, from);
    throw fault;
  }
}

/** The target of a move holds nothing, or nothing is restored. */
async function refuseRemains(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0)
    throw new Error(`这里还有别的文件，请先移走。 There are files here already; move them away first: ${folder}`);
}

async function copyObjects(checked: readonly CheckedPart[], target: string): Promise<void> {
  for (const { folder, holds } of checked) {
    const objects = objectsIn(folder);
    if (holds !== 'documents' || !existsSync(objects)) continue;
    for await (const _path of copyFiles(objects, target));
  }
}

/** A move survives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
