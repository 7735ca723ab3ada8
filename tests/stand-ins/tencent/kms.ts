import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TencentAnswer } from './tencent-stand-in';

type Question = Readonly<Record<string, unknown>>;

/** A key service in memory: master keys by their ids, one at first; the whole of it may be disabled. */
export function kmsActions() {
  const masters = new Map([['cmk-1', randomBytes(32)]]);
  const state = { enabled: true };
  const wrap = (master: Buffer, plain: Buffer, bound: Buffer) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(bound);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
  const openWith = (master: Buffer, blob: string, bound: Buffer): Buffer | undefined => {
    const bytes = Buffer.from(blob, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', master, bytes.subarray(0, 12)).setAAD(bound);
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    } catch {
      return undefined;
    }
  };
  /** What a blob holds, and under which master key. */
  const opened = (blob: unknown, context: unknown) => {
    for (const [KeyId, master] of masters) {
      const plain = openWith(master, String(blob), Buffer.from(String(context)));
      if (plain) return { KeyId, plain };
    }
    return undefined;
  };
  const disabled = { refused: 'ResourceUnavailable.CmkDisabled' };
  const notFound = { refused: 'ResourceUnavailable.CmkNotFound' };
  const invalid = { refused: 'InvalidParameterValue.InvalidCiphertext' };
  const actions = {
    GenerateDataKey: ({ KeyId, EncryptionContext }: Question): TencentAnswer => {
      const master = masters.get(String(KeyId));
      if (!state.enabled) return disabled;
      if (!master) return notFound;
      const plain = randomBytes(32);
      const CiphertextBlob = wrap(master, plain, Buffer.from(String(EncryptionContext)));
      return { KeyId, Plaintext: plain.toString('base64'), CiphertextBlob };
    },
    Decrypt: ({ CiphertextBlob, EncryptionContext }: Question): TencentAnswer => {
      if (!state.enabled) return disabled;
      const found = opened(CiphertextBlob, EncryptionContext);
      return found ? { KeyId: found.KeyId, Plaintext: found.plain.toString('base64') } : invalid;
    },
    ReEncrypt: (asked: Question): TencentAnswer => {
      const master = masters.get(String(asked.DestinationKeyId));
      const found = opened(asked.CiphertextBlob, asked.SourceEncryptionContext);
      if (!master) return notFound;
      if (!found) return invalid;
      const CiphertextBlob = wrap(master, found.plain, Buffer.from(String(asked.DestinationEncryptionContext)));
      return { CiphertextBlob, KeyId: asked.DestinationKeyId, SourceKeyId: found.KeyId, ReEncrypted: true };
    },
  };
  const add = (keyId: string) => void masters.set(keyId, randomBytes(32));
  const remove = (keyId: string) => void masters.delete(keyId);
  return { actions, state, add, remove };
}
