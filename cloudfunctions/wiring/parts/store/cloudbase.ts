import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { openCloudBaseStore } from '../../../adapters/cloudbase/open-cloudbase-store';
import { collection, type Doc, type DocumentStore } from '../../../ports/document-store';
import { masterChecks } from '../../../vault/records';
import { choice } from '../../choice';
import { keysApart } from '../../keys-apart';
import { cloudBaseAt, cloudBaseSettings, environmentId } from '../cloudbase';
import type { StorePlace } from './part';

const settings = z.object({
  ...cloudBaseSettings,
  /**
   * The environment of the wrapped keys: another one, so that no backup of the documents holds a key. Naming the same one
   * is possible and then knowingly given up.
   */
  TONGCHENG_CLOUDBASE_KEYS_ENV: environmentId,
});
type Settings = z.output<typeof settings>;

/** Stands before the collections of wrapped keys, so that they can lie in the documents' environment too. */
export const keysPrefix = 'keys-';

/** CloudBase's document database, for any number of instances; wrapped keys in an environment of their own. */
export const cloudbase = choice(settings, (given): StorePlace => {
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
export const belongings = collection<Belonging>()({ name: 'belongings', indexes: [] });

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
