import { collection, type DocumentStore } from '../../ports/document-store';
import { devices } from './device-record';
import { isPublicKey } from './ed25519';

/** Whose a public key is (`_id`): one device's for ever, however many enrol it at once. */
interface DeviceKeyClaim {
  readonly _id: string;
  readonly deviceId: string;
}
export const deviceKeyClaims = collection<DeviceKeyClaim>()({
  name: 'device-key-claims',
  keep: { until: 'never', because: 'a key is one device’s for ever' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** Whether a text is a key that is nobody's yet. */
export const isFreeKey = async (store: DocumentStore, publicKey: string): Promise<boolean> =>
  isPublicKey(publicKey) &&
  (await store.get(deviceKeyClaims, publicKey)) === undefined &&
  (await store.count(devices, { publicKey })) === 0;

/** Whether the key is from now on this device's: false when it is none, or another's. Keys of earlier releases stand with their devices only. */
export async function claimKey(store: DocumentStore, publicKey: string, deviceId: string): Promise<boolean> {
  return (
    (await isFreeKey(store, publicKey)) &&
    (await store.insert(deviceKeyClaims, { _id: publicKey, deviceId })) === 'inserted'
  );
}
