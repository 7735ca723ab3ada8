import { type DocumentStore, type Stored, StoreRefused } from '../ports/document-store';
import type { KeyStore } from '../ports/key-store';
import { readSample } from './key-sample';
import type { VaultNeeds } from './needs';
import { dayKeys, documentPairs, keyPairs, masterChecks, type PairMark, personKeys } from './records';

/** The id of either mark. */
export const pairId = 'here';

type PairNeeds = Pick<VaultNeeds, 'store' | 'keys' | 'keyStore' | 'chance' | 'acceptsOlderKeys'>;

/**
 * Stops the start, having changed nothing, when the keys are not those of the documents: of another installation, gone, or an older copy. With them
 * riders would become nobody for good. A new installation gets its number here; one of an earlier release gets it once, when its people open.
 */
export async function checkPair(needs: PairNeeds): Promise<void> {
  const { store } = needs;
  const { ofDocuments, ofKeys } = await readMarks(store);
  if (ofDocuments && ofKeys) {
    refuseOthers(ofDocuments, ofKeys, needs.acceptsOlderKeys);
    return refuseUnopened(needs);
  }
  if (ofDocuments) throw new Error(refusals.keysGone);
  const isInUse = (await store.count(masterChecks, {})) > 0;
  if (!isInUse && (await holdsKeys(store))) {
    // Unless another host of a new installation was a step ahead: it marks the documents before it makes a key.
    if (await store.get(documentPairs, pairId)) return checkPair(needs);
    throw new Error(refusals.documentsGone);
  }
  if (isInUse) await refuseUnopened(needs);
  const installation = ofKeys?.installation ?? Buffer.from(needs.chance.bytes(16)).toString('hex');
  if (!ofKeys) await store.insert(keyPairs, { _id: pairId, installation, epoch: 0 });
  // Another host may have been first; both marks are read again, and compared, whoever wrote them.
  const written = (await store.get(keyPairs, pairId)) ?? { installation };
  await store.insert(documentPairs, { _id: pairId, installation: written.installation, epoch: 0 });
  await checkPair(needs);
}

/** Throws when two marks are not of one pair, as after a restore out of two archives; an archive of an earlier release has none. */
export async function refuseUnpaired(store: DocumentStore, acceptsOlderKeys = false): Promise<void> {
  const { ofDocuments, ofKeys } = await readMarks(store);
  if (ofDocuments && !ofKeys) throw new Error(refusals.keysGone);
  if (ofDocuments && ofKeys) refuseOthers(ofDocuments, ofKeys, acceptsOlderKeys);
}

/**
 * The documents' mark is read first, because it is written last: where another host of a new installation writes both meanwhile, the keys' mark
 * is there too. Read at once, the two may lie on different servers and be of different moments.
 */
async function readMarks(store: DocumentStore) {
  const ofDocuments = await store.get(documentPairs, pairId);
  return { ofDocuments, ofKeys: await store.get(keyPairs, pairId) };
}

function refuseOthers(ofDocuments: PairMark, ofKeys: PairMark, acceptsOlderKeys = false): void {
  if (ofDocuments.installation !== ofKeys.installation) throw new Error(refusals.others);
  if (ofKeys.epoch < ofDocuments.epoch && !acceptsOlderKeys) throw new Error(refusals.older);
}

/** Of the first and last people nearly all must have keys, and some open. A few without one are forgettings that were interrupted. */
async function refuseUnopened(needs: PairNeeds): Promise<void> {
  if (needs.acceptsOlderKeys === true) return;
  const { opened, missing, broken } = await readSample(needs).catch((fault: unknown) => {
    // One server of many is away: the marks have told already, and the others go on.
    if (fault instanceof StoreRefused) return { opened: 0, missing: 0, broken: 0 };
    throw fault;
  });
  const isLacking = missing > Math.max(1, (opened + missing + broken) / 10);
  const opensNone = opened === 0 && missing + broken > 1;
  if (isLacking || opensNone) throw new Error(refusals.unopened);
}

const holdsKeys = async (store: DocumentStore): Promise<boolean> => {
  const [days, persons] = await Promise.all([
    store.find(dayKeys, { where: {}, limit: 1 }),
    store.find(personKeys, { where: {}, limit: 1 }),
  ]);
  return days.items.length + persons.items.length > 0;
};

const putBack =
  '没有启动，也没有改动任何东西；请把配套的密钥放回。 Nothing was started and nothing was changed; bring back the keys that belong to this data.';

const lastResort =
  '只有确实没有更新的密钥时，才设 TONGCHENG_ACCEPT_OLDER_KEYS=yes：缺密钥的人须重新核验。 Only when no newer keys exist anywhere set TONGCHENG_ACCEPT_OLDER_KEYS=yes: people whose keys are lost must verify their identity again.';

/** Why a start is refused, in both languages. */
const refusals = {
  keysGone: `已有数据，但密钥库是空的。 There is data, but the store of keys is empty. ${putBack}`,
  others: `密钥库属于另一套数据。 The store of keys belongs to another installation. ${putBack}`,
  older: `密钥库是一份旧的副本，缺少后来的密钥。 The store of keys is an older copy and lacks later keys. ${putBack} ${lastResort}`,
  unopened: `密钥库缺少已有人员的密钥。 The store of keys lacks keys of people who are in the data. ${putBack} ${lastResort}`,
  documentsGone:
    '密钥库里有密钥，但没有数据。请把数据放回；若要重新开始，请连同密钥目录一起移走。 There are keys but no data. Bring the data back; to begin anew, move the store of keys away too. Nothing was changed.',
} as const;

/** Changes within so long after the epoch grew are covered by the next one that grows. */
const betweenMs = 10_000;

/**
 * The key store, with an epoch that grows in both places after its keys changed, at most every ten seconds. Should that fail, the change of the
 * key stands; keys that are ahead of the documents are never refused.
 */
export const withEpoch = (keyStore: KeyStore, store: DocumentStore, now: () => number): KeyStore => {
  let grownAt = Number.NEGATIVE_INFINITY;
  const grow = async () => {
    if (now() - grownAt < betweenMs && now() >= grownAt) return;
    grownAt = now();
    await growBoth(store).catch(() => undefined);
  };
  return {
    ...keyStore,
    putIfAbsent: async (kind, id, wrapped) => {
      const put = await keyStore.putIfAbsent(kind, id, wrapped);
      if (put === 'put') await grow();
      return put;
    },
    erase: async (kind, ids) => {
      const erased = await keyStore.erase(kind, ids);
      await grow();
      return erased;
    },
  };
};

/** The keys' mark first: a stop in between leaves them ahead. One that another instance changed meanwhile has grown already. */
async function growBoth(store: DocumentStore): Promise<void> {
  const ofKeys = await store.get(keyPairs, pairId);
  if (!ofKeys) return;
  const ofDocuments = await store.get(documentPairs, pairId);
  // Above both: an older copy of the keys that was accepted is ahead again.
  const epoch = Math.max(ofKeys.epoch, ofDocuments?.epoch ?? 0) + 1;
  await store.update(keyPairs, markOf(ofKeys, epoch), ofKeys._v);
  if (ofDocuments && ofDocuments.epoch < epoch)
    await store.update(documentPairs, markOf(ofDocuments, epoch), ofDocuments._v);
}

const markOf = ({ _id, installation }: Stored<PairMark>, epoch: number): PairMark => ({ _id, installation, epoch });
