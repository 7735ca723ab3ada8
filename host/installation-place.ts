import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where an installation's data and keys lie; a store on a server is named by the environment, as at the start. */
export interface InstallationPlace {
  readonly dataFolder: string;
  readonly keyFile: string;
}

/** Words of a command line that name the place. */
export const placeOptions = { data: { type: 'string' }, 'key-file': { type: 'string' } } as const;

/** The place that a command line names, else the environment (`TONGCHENG_DATA`, `TONGCHENG_KEY_FILE`), else `./data` with the key beside it. */
export function namedPlace(words: {
  readonly data?: string | undefined;
  readonly 'key-file'?: string | undefined;
}): InstallationPlace {
  const dataFolder = resolve(words.data ?? (process.env.TONGCHENG_DATA || './data'));
  return { dataFolder, keyFile: resolve(words['key-file'] ?? (process.env.TONGCHENG_KEY_FILE || `${dataFolder}.key`)) };
}

/** A user of this machine. */
export interface FileOwner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whose files those of a place are to be: the owner of the data folder; where that is root or not there yet, of the key file's folder, then of the
 * nearest folder above that exists.
 */
export function ownerOf({ dataFolder, keyFile }: InstallationPlace): FileOwner {
  const owners = [dataFolder, keyFile, dirname(keyFile)].filter((path) => existsSync(path)).map(ofFile);
  return owners.find(({ uid }) => uid !== 0) ?? owners[0] ?? ofFile(nearest(dirname(dataFolder)));
}

function ofFile(path: string): FileOwner {
  const { uid, gid } = statSync(path);
  return { uid, gid };
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

/** A user's name with its number, as a person looks for it. */
export function userName({ uid }: FileOwner): string {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const found = lines.map((line) => line.split(':')).find((fields) => fields[2] === String(uid));
  return `${found?.[0] ?? '?'} (${uid})`;
}

/** Started by root, a command goes on as the place's owner: what it writes, the service can write too. Says so; anybody else stays who they are. */
export function becomeOwner(place: InstallationPlace, say: (line: string) => void): void {
  if (process.getuid?.() !== 0) return;
  const owner = ownerOf(place);
  if (owner.uid === 0) return;
  process.setgroups?.([owner.gid]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
  say(`以此用户的身份运行 running as: ${userName(owner)}\n`);
}

/** Says why nothing was found, and which names are missing if the data may be elsewhere. */
export function describeAbsence({ dataFolder }: InstallationPlace): string {
  if (process.env.TONGCHENG_STORE === 'postgres')
    return 'TONGCHENG_POSTGRES_URL 指的数据库里没有数据。 There is no data in the database of TONGCHENG_POSTGRES_URL.';
  const folder = join(dataFolder, 'store');
  if (process.env.TONGCHENG_STORE) return `这里没有数据。 There is no data here: ${folder}`;
  return [
    `没有设置 TONGCHENG_STORE，所以看的是内嵌数据库，这里没有数据。 TONGCHENG_STORE is not set, so the embedded store was looked for, and there is no data: ${folder}`,
    '  使用 PostgreSQL 时须给出服务所用的名称 with PostgreSQL give the names that the service has:',
    '  TONGCHENG_STORE, TONGCHENG_POSTGRES_URL, TONGCHENG_KEYS_POSTGRES_URL (--environment /etc/tongcheng/environment)',
  ].join('\n');
}
