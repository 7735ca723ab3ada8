import type { VaultNeeds } from './needs';
import { masterChecks } from './records';

const known = new Uint8Array(32).fill(0xc7);
const context = 'master-check';
const id = 'master';

/**
 * Stops the start when the data was sealed under another master key: the blind index would find nobody, and everybody
 * would silently become a second person. The first start writes down what later ones compare with.
 */
export async function checkMaster({ store, keys }: Pick<VaultNeeds, 'store' | 'keys'>): Promise<void> {
  const held = await store.get(masterChecks, id);
  if (held) return opensWith(keys, held.wrapped);
  const written = await store.insert(masterChecks, { _id: id, wrapped: await keys.wrap(known, context) });
  if (written === 'exists') await checkMaster({ store, keys });
}

/** The same, where something was written down; writes nothing. */
export async function refuseOtherMaster({ store, keys }: Pick<VaultNeeds, 'store' | 'keys'>): Promise<void> {
  const held = await store.get(masterChecks, id);
  if (held) await opensWith(keys, held.wrapped);
}

async function opensWith(keys: VaultNeeds['keys'], wrapped: string): Promise<void> {
  const opened = await keys.unwrap(wrapped, context).catch(() => undefined);
  if (opened && Buffer.from(opened).equals(known)) return;
  throw new Error(
    '主密钥与已有数据不符。请放回原来的密钥文件。 The master key is not the one of this data; bring the original back.',
  );
}
