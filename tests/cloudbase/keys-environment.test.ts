import { belongings, cloudbase, keysPrefix } from '@tongcheng/cloudfunctions/wiring/definitions/cloudbase';
import { accountKeys } from './cloud';
import { type StandIn, startStandIn } from './stand-in/stand-in';

const [documents, otherDocuments, keys, otherKeys] = ['documents-1a', 'documents-2b', 'keys-3c', 'keys-4d'];
let cloud: StandIn;
beforeEach(async () => {
  cloud = await startStandIn({ env: documents, others: [otherDocuments, keys, otherKeys] });
  cloud.keys.set(accountKeys.secretId, { secretKey: accountKeys.secretKey });
  cloud.makeCollections(belongings.name, `${otherDocuments}/${belongings.name}`);
  for (const env of [keys, otherKeys]) cloud.makeCollections(`${env}/${keysPrefix}${belongings.name}`);
});
afterEach(() => cloud.close());

/** Opens the store of an installation that names these two environments, and closes it. */
async function start(ofDocuments: string, ofKeys: string): Promise<void> {
  const read = cloudbase().read({
    TONGCHENG_CLOUDBASE_ENV: ofDocuments,
    TONGCHENG_CLOUDBASE_KEYS_ENV: ofKeys,
    TONGCHENG_CLOUDBASE_URL: cloud.serviceUrl,
    TONGCHENG_TENCENT_SECRET_ID: accountKeys.secretId,
    TONGCHENG_TENCENT_SECRET_KEY: accountKeys.secretKey,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const place = await read.open(undefined);
  await (await place.open()).close();
}

test('documents start with their own environment of keys only: an empty one or that of others is refused in both languages', async () => {
  await start(documents, keys);
  await start(documents, keys);
  await expect(start(documents, otherKeys)).rejects.toThrow(/密钥环境是空的.*environment of keys is empty/);
  await start(otherDocuments, otherKeys);
  await expect(start(documents, otherKeys)).rejects.toThrow(/属于另一套数据.*belongs to other documents/);
  await start(documents, keys);
});

test('a start that was interrupted after the keys were marked goes on with the same mark', async () => {
  await start(documents, keys);
  cloud.collections.get(belongings.name)?.clear();
  await start(documents, keys);
  await expect(start(documents, otherKeys)).rejects.toThrow(/environment of keys is empty/);
});
