import * as z from 'zod';
import type { PostgresOptions } from '../../adapters/postgres/connections';
import { openPostgresStore, type PostgresStore } from '../../adapters/postgres/open-postgres-store';
import { whyNotOpened } from '../../adapters/postgres/why-not-opened';
import { collection, type Doc, type DocumentStore } from '../../ports/document-store';
import { masterChecks } from '../../vault/records';
import { adapterOption } from '../adapter-option';
import { keysApart, type StorePlace } from './store';

const address = z
  .string()
  .refine(
    namesDatabase,
    'postgres://user:password@host:5432/database；用户和密码里的 @ : / # ? % 须按百分号编码 write @ : / # ? % of user and password percent-encoded',
  );

/** Of a password with `#`, `/` or `?` as it stands an address would end in its middle: then there is no database in it. */
function namesDatabase(text: string): boolean {
  try {
    const { protocol, username, password, pathname } = new URL(text);
    return /^postgres(ql)?:$/.test(protocol) && [username, password, pathname].every(isEncoded) && pathname.length > 1;
  } catch {
    return false;
  }
}

/** Throws where a `%` is no code. */
const isEncoded = (part: string): boolean => decodeURIComponent(part) !== undefined;

const settings = z.object({
  /** 文档数据库的地址 postgres://…；跨网络时加 ?sslmode=verify-full。 The database of the documents, `postgres://…`; `?sslmode=verify-full` where the way leads over a network. */
  TONGCHENG_POSTGRES_URL: address,
  /** 另一个数据库，只存封好的密钥，文档的备份里就没有密钥。 Another database, for wrapped keys only: a dump of the documents then holds no key. */
  TONGCHENG_KEYS_POSTGRES_URL: address,
  /** 一台主机最多的连接数，密钥库另加五分之一。 Connections at most, of one host; a fifth as many again for the keys. */
  TONGCHENG_POSTGRES_CONNECTIONS: z.coerce.number().int().min(3).max(200).default(10),
  /** 一条语句最长几秒。 A statement that runs longer than so many seconds is ended. */
  TONGCHENG_POSTGRES_STATEMENT_SECONDS: z.coerce.number().int().min(1).max(300).default(5),
});
type Settings = z.output<typeof settings>;

/** PostgreSQL, for one host or many; wrapped keys in a database of their own. */
export const postgres = () =>
  adapterOption(settings, (given): StorePlace => {
    if (databaseOf(given.TONGCHENG_POSTGRES_URL) === databaseOf(given.TONGCHENG_KEYS_POSTGRES_URL))
      throw new Error(
        '文档和密钥不能放在同一个数据库：备份里会有密钥。 Documents and keys cannot share a database, or its backup would hold the keys: TONGCHENG_KEYS_POSTGRES_URL',
      );
    let leavesNothing = () => false;
    return {
      keyCopyDays: () => (leavesNothing() ? 0 : undefined),
      holdsData: async () => {
        const documents = await openDocuments(given);
        const held = await isInUse(documents);
        await documents.close();
        return held;
      },
      open: async () => {
        const { store, keys } = await open(given);
        leavesNothing = keys.leavesNothing;
        return store;
      },
    };
  });

async function open(given: Settings): Promise<{ readonly store: DocumentStore; readonly keys: PostgresStore }> {
  const documents = await openDocuments(given);
  try {
    const keys = await openKeys(given);
    try {
      await refuseStrangers(documents, keys);
      return { store: keysApart(documents, keys), keys };
    } catch (fault) {
      await keys.close();
      throw fault;
    }
  } catch (fault) {
    await documents.close();
    throw fault;
  }
}

const statementTimeoutMs = (given: Settings) => given.TONGCHENG_POSTGRES_STATEMENT_SECONDS * 1_000;

const openDocuments = (given: Settings): Promise<PostgresStore> =>
  openNamed('TONGCHENG_POSTGRES_URL', {
    url: given.TONGCHENG_POSTGRES_URL,
    connections: given.TONGCHENG_POSTGRES_CONNECTIONS,
    statementTimeoutMs: statementTimeoutMs(given),
  });

/** Keys are asked for once and remembered: few connections do. */
const openKeys = (given: Settings): Promise<PostgresStore> =>
  openNamed('TONGCHENG_KEYS_POSTGRES_URL', {
    url: given.TONGCHENG_KEYS_POSTGRES_URL,
    connections: Math.max(3, Math.ceil(given.TONGCHENG_POSTGRES_CONNECTIONS / 5)),
    statementTimeoutMs: statementTimeoutMs(given),
    cleansKeys: true,
  });

/** Opens a database; where that fails says which it is, where, and why. */
const openNamed = (name: string, options: PostgresOptions): Promise<PostgresStore> =>
  openPostgresStore(options).catch((cause: unknown) => {
    throw new Error(whyNotOpened(name, options.url, cause), { cause });
  });

/** Whose keys a database holds. */
interface KeysOf extends Doc {
  readonly installation: string;
}
/** One mark: whose keys these are. */
const keysOf = collection<KeysOf>()({
  name: 'keysOf',
  keep: { until: 'place' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A new installation's keys are marked as its own; later only these two go together. */
async function refuseStrangers(documents: PostgresStore, keys: DocumentStore): Promise<void> {
  const { installation } = documents;
  const mark = () => keys.get(keysOf, 'documents');
  // In this order: another host of a new installation may be a step ahead, and it marks the keys before it seals anything.
  const inUse = await isInUse(documents);
  const marked = await mark();
  if (inUse && !marked)
    throw new Error(
      '已有数据，但密钥数据库是空的。没有它，任何人和任何一天都打不开；请把它放回。 There is data but the database of keys is empty; without it no person and no day can be opened. Bring it back: TONGCHENG_KEYS_POSTGRES_URL',
    );
  if (!marked) await keys.insert(keysOf, { _id: 'documents', installation });
  if ((marked ?? (await mark()))?.installation !== installation)
    throw new Error(
      '密钥数据库属于另一套数据。 The database of keys belongs to other documents: TONGCHENG_KEYS_POSTGRES_URL',
    );
}

/** Whether a master key has sealed anything here. */
const isInUse = async (documents: DocumentStore): Promise<boolean> => (await documents.count(masterChecks, {})) > 0;

/** Server and database of an address, whoever asks and however. */
function databaseOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}
