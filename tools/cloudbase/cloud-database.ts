import {
  type TencentAccount,
  type TencentCall,
  TencentRefused,
  tencentApi,
} from '@tongcheng/cloudfunctions/adapters/tencent/tencent-api';
import * as z from 'zod';

/** One index of a collection, by its fields in order. */
export interface KeptIndex {
  readonly name: string;
  readonly fields: readonly string[];
}

/** The database of one environment, as its owner sees it: collections, indexes, who may read. */
export interface CloudDatabase {
  /** Its indexes; undefined when there is no such collection. */
  indexesOf(collection: string): Promise<readonly KeptIndex[] | undefined>;
  create(collection: string): Promise<void>;
  addIndex(collection: string, index: KeptIndex): Promise<void>;
  /** Nobody but functions and the console reads or writes it. */
  closeToClients(collection: string): Promise<void>;
}

const Environments = z.object({
  EnvList: z.array(z.object({ EnvId: z.string(), Databases: z.array(z.object({ InstanceId: z.string() })).min(1) })),
});
const Table = z.object({
  Indexes: z.array(z.object({ Name: z.string(), Keys: z.array(z.object({ Name: z.string() })) })).nullish(),
});

/**
 * The owner's interface of an environment: `flexdb` for collections and indexes, as `@cloudbase/manager-node` asks it, and
 * `tcb` for who may read. Signed by the same client as every other service of this cloud (docs/decisions/089).
 */
export async function cloudDatabase(env: string, account: TencentAccount, region?: string): Promise<CloudDatabase> {
  const at = region === undefined ? {} : { region };
  const owner = tencentApi({ name: 'tcb', version: '2018-06-08', ...at }, account);
  const tables = tencentApi({ name: 'flexdb', version: '2018-11-27', ...at }, account);
  const Tag = await databaseOf(env, owner);
  return {
    indexesOf: async (TableName) => {
      const found = await tables('DescribeTable', { Tag, TableName }, Table).catch(absentAsUndefined);
      return (
        found?.Indexes?.map(({ Name, Keys }) => ({ name: Name, fields: Keys.map((key) => key.Name) })) ?? (found && [])
      );
    },
    create: async (TableName) => void (await tables('CreateTable', { Tag, TableName }, z.object({}))),
    addIndex: async (TableName, { name, fields }) => {
      const MgoIndexKeys = fields.map((Name) => ({ Name, Direction: '1' }));
      const CreateIndexes = [{ IndexName: name, MgoKeySchema: { MgoIndexKeys, MgoIsUnique: false } }];
      await tables('UpdateTable', { Tag, TableName, CreateIndexes }, z.object({}));
    },
    closeToClients: async (CollectionName) => {
      await owner('ModifyDatabaseACL', { EnvId: env, CollectionName, AclTag: 'ADMINONLY' }, z.object({}));
    },
  };
}

async function databaseOf(env: string, owner: TencentCall): Promise<string> {
  const { EnvList } = await owner('DescribeEnvs', { EnvId: env }, Environments);
  const database = EnvList.find(({ EnvId }) => EnvId === env)?.Databases[0];
  return (
    database?.InstanceId ??
    Promise.reject(new Error(`没有这个环境或它没有数据库 no such environment, or it has no database: ${env}`))
  );
}

/** The service says of an absent collection that the resource is not found. */
const absentAsUndefined = (fault: unknown): undefined => {
  if (fault instanceof TencentRefused && /^(ResourceNotFound|ResourceUnavailable\.TableNotExist)/.test(fault.code))
    return undefined;
  throw fault;
};
