import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { ConnectionOptions, Credentials } from '../../adapters/cloudbase/connection';
import { openCloudBaseObjects } from '../../adapters/cloudbase/open-cloudbase-objects';
import { openCloudBaseStore } from '../../adapters/cloudbase/open-cloudbase-store';
import { collection, type Doc, type DocumentStore } from '../../ports/document-store';
import { masterChecks } from '../../vault/records';
import { adapterOption } from '../adapter-option';
import { webAddress } from '../installation';
import type { InstalledObjects, ObjectNeeds } from './objects';
import { keysApart, type StorePlace } from './store';
import { isInsideFunction } from './tencent-account';

/** The name of an environment, such as `tongcheng-1a2b3c`. */
const environmentId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** CloudBase's environment, and who reaches it from outside; a function of the environment has keys of its own. */
const cloudBaseSettings = {
  /** 云开发环境 ID（数据）。 Id of the environment of documents: `tongcheng-1a2b3c`. */
  TONGCHENG_CLOUDBASE_ENV: environmentId,
  /** 仅专网、试验：云开发 /admin 接口的另一个地址。 Only for private networks and trials: another address of the `/admin` interface. */
  TONGCHENG_CLOUDBASE_URL: webAddress.optional(),
  /**
   * 腾讯云密钥 ID：自有服务器使用腾讯云服务时要；云函数只用角色的密钥。
   * Key id of an account at Tencent Cloud: for its services on servers of one's own, and for an operator's commands; a function works with the keys of its role.
   */
  TONGCHENG_TENCENT_SECRET_ID: z.string().min(1).optional(),
  /** 对应的密钥；两项都填或都不填。 The key itself; both or neither. */
  TONGCHENG_TENCENT_SECRET_KEY: z.string().min(1).optional(),
};
const environmentSettings = z.object(cloudBaseSettings);

/** How one of the account's environments is reached. */
function cloudBaseAt(env: string, given: z.output<typeof environmentSettings>): ConnectionOptions {
  const serviceUrl = given.TONGCHENG_CLOUDBASE_URL ?? (isInsideFunction() ? undefined : publicAddress(env));
  return { env, credentials: () => credentialsOf(given), ...(serviceUrl === undefined ? {} : { serviceUrl }) };
}

const publicAddress = (env: string) => `https://${env}.tcb-api.tencentcloudapi.com/admin`;

/** The platform renews a function's keys in its environment while it lives, so they are read each time. */
function credentialsOf(given: z.output<typeof environmentSettings>): Credentials | undefined {
  const { TONGCHENG_TENCENT_SECRET_ID: ownId, TONGCHENG_TENCENT_SECRET_KEY: ownKey } = given;
  if (!isInsideFunction() && ownId !== undefined && ownKey !== undefined) return { secretId: ownId, secretKey: ownKey };
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN } = process.env;
  if (!TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY) return undefined;
  const keys = { secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY };
  return { ...keys, ...(TENCENTCLOUD_SESSIONTOKEN ? { sessionToken: TENCENTCLOUD_SESSIONTOKEN } : {}) };
}

/** Files in CloudBase's storage, which serves the links itself. */
export const cloudBaseFiles = () =>
  adapterOption(
    environmentSettings,
    (given, { clock }: ObjectNeeds): InstalledObjects =>
      openCloudBaseObjects({ ...cloudBaseAt(given.TONGCHENG_CLOUDBASE_ENV, given), clock }),
  );

const storeSettings = z.object({
  ...cloudBaseSettings,
  /**
   * 第二个环境的 ID，只存封好的密钥，数据的备份里就没有密钥；与第一个相同虽可，便放弃了这一点。
   * Id of the second environment, of wrapped keys only, so that no backup of the documents holds a key. Naming the same one is possible and then knowingly given up.
   */
  TONGCHENG_CLOUDBASE_KEYS_ENV: environmentId,
});
type Settings = z.output<typeof storeSettings>;

/** Stands before the collections of wrapped keys, so that they can lie in the documents' environment too. */
export const keysPrefix = 'keys-';

/** CloudBase's document database, for any number of instances; wrapped keys in an environment of their own. */
export const cloudbase = () =>
  adapterOption(storeSettings, (given): StorePlace => {
    const documents = openCloudBaseStore(cloudBaseAt(given.TONGCHENG_CLOUDBASE_ENV, given));
    return {
      holdsData: async () => (await documents.count(masterChecks, {})) > 0,
      open: async () => {
        const keys = openKeys(given);
        await refuseStrangers(documents, keys);
        return keysApart(documents, keys);
      },
    };
  });

const openKeys = (given: Settings): DocumentStore =>
  openCloudBaseStore({ ...cloudBaseAt(given.TONGCHENG_CLOUDBASE_KEYS_ENV, given), prefix: keysPrefix });

/** Which installation a place belongs to. */
interface Belonging extends Doc {
  readonly installation: string;
}

/** The same mark in both places: beside the documents and beside the keys. */
export const belongings = collection<Belonging>()({
  name: 'belongings',
  keep: { until: 'place' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** The keys are marked first, then the documents; later only two with the same mark go together. */
async function refuseStrangers(documents: DocumentStore, keys: DocumentStore): Promise<void> {
  const [ofDocuments, ofKeys] = await Promise.all([documents.get(belongings, 'here'), keys.get(belongings, 'here')]);
  if (ofDocuments && !ofKeys)
    throw new Error(
      '已有数据，但密钥环境是空的。没有它，任何人和任何一天都打不开；请把它放回。 There is data but the environment of keys is empty; without it no person and no day can be opened. Bring it back: TONGCHENG_CLOUDBASE_KEYS_ENV',
    );
  const mark = ofKeys?.installation ?? (await marked(keys, randomUUID())) ?? '';
  if ((ofDocuments?.installation ?? (await marked(documents, mark))) !== mark)
    throw new Error(
      '密钥环境属于另一套数据。 The environment of keys belongs to other documents: TONGCHENG_CLOUDBASE_KEYS_ENV',
    );
}

/** Of several instances that start at once, one gives the mark. */
async function marked(place: DocumentStore, installation: string): Promise<string | undefined> {
  await place.insert(belongings, { _id: 'here', installation });
  return (await place.get(belongings, 'here'))?.installation;
}
