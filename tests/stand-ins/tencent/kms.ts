import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TencentAnswer } from './tencent-stand-in';

/** A key service in memory: one master key; it may be disabled. */
export function kmsActions() {
  const master = randomBytes(32);
  const state = { enabled: true, keyId: 'cmk-1' };
  const context = (question: Readonly<Record<string, unknown>>) => Buffer.from(String(question.EncryptionContext));
  const wrap = (plain: Buffer, bound: Buffer) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(bound);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
  const open = (blob: string, bound: Buffer): string | undefined => {
    const bytes = Buffer.from(blob, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', master, bytes.subarray(0, 12)).setAAD(bound);
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('base64');
    } catch {
      return undefined;
    }
  };
  const actions = {
    GenerateDataKey: (question: Readonly<Record<string, unknown>>): TencentAnswer => {
      if (!state.enabled) return { refused: 'ResourceUnavailable.CmkDisabled' };
      if (question.KeyId !== state.keyId) return { refused: 'ResourceUnavailable.CmkNotFound' };
      const plain = randomBytes(32);
      return {
        KeyId: state.keyId,
        Plaintext: plain.toString('base64'),
        CiphertextBlob: wrap(plain, context(question)),
      };
    },
    Decrypt: (question: Readonly<Record<string, unknown>>): TencentAnswer => {
      if (!state.enabled) return { refused: 'ResourceUnavailable.CmkDisabled' };
      const plain = open(String(question.CiphertextBlob), context(question));
      return plain === undefined
        ? { refused: 'InvalidParameterValue.InvalidCiphertext' }
        : { KeyId: state.keyId, Plaintext: plain };
    },
  };
  return { actions, state };
}
