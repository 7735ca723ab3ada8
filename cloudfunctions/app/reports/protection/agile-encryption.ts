import { createCipheriv, createHash, createHmac, type Hmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** Makes bytes that nobody can guess, other ones for each purpose, and for one purpose always the same. */
export type SecretBytes = (purpose: string, size: number) => Buffer;

/** Turns of the password's hash, as Office takes; each guess costs as many. */
const spins = 100_000;
/** Turns after which others on this thread have their turn. */
const spinsAtOnce = 2_000;

const blockKeys = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  packageKey: '146e0be7abacd0d6',
  hmacKey: '5fb2ad010cb9e1f6',
  hmacValue: 'a0677f02b22c8433',
};

const sha512 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const numberBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** AES-256-CBC of whole blocks. */
function encrypted(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

const ivOf = (salt: Uint8Array, of: Uint8Array): Buffer => sha512(salt, of).subarray(0, 16);

async function passwordHash(password: string, salt: Uint8Array): Promise<Buffer> {
  let hash = sha512(salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < spins; spin += 1) {
    hash = sha512(numberBytes(spin), hash);
    if (spin % spinsAtOnce === 0) await setImmediate();
  }
  return hash;
}

/** The lock of one file (MS-OFFCRYPTO 2.3.4.10, agile encryption: AES-256, SHA-512). */
export interface AgileLock {
  readonly packageKey: Buffer;
  readonly packageSalt: Buffer;
  readonly hmacKey: Buffer;
  /** The stream `EncryptionInfo`, of the same length whatever the sum over the package is. */
  readonly info: (hmac: Uint8Array) => Buffer;
}

/** A lock that opens with the password. */
export async function agileLock(password: string, secret: SecretBytes): Promise<AgileLock> {
  const salt = secret('password salt', 16);
  const packageSalt = secret('package salt', 16);
  const packageKey = secret('package key', 32);
  const hmacKey = secret('hmac key', 64);
  const verifier = secret('verifier', 16);
  const hash = await passwordHash(password, salt);
  const keyFor = (block: string) => sha512(hash, Buffer.from(block, 'hex')).subarray(0, 32);
  const passwordKey = {
    verifierInput: encrypted(keyFor(blockKeys.verifierInput), salt, verifier),
    verifierHash: encrypted(keyFor(blockKeys.verifierHash), salt, sha512(verifier)),
    packageKey: encrypted(keyFor(blockKeys.packageKey), salt, packageKey),
  };
  const sealed = (block: string, plain: Uint8Array) =>
    encrypted(packageKey, ivOf(packageSalt, Buffer.from(block, 'hex')), plain);
  const parameters = (saltValue: Buffer) =>
    `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${saltValue.toString('base64')}"`;
  return {
    packageKey,
    packageSalt,
    hmacKey,
    info: (hmac) => {
      const integrity = `<dataIntegrity encryptedHmacKey="${sealed(blockKeys.hmacKey, hmacKey).toString('base64')}" encryptedHmacValue="${sealed(blockKeys.hmacValue, hmac).toString('base64')}"/>`;
      const encryptor = `<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spins}" ${parameters(salt)} encryptedVerifierHashInput="${passwordKey.verifierInput.toString('base64')}" encryptedVerifierHashValue="${passwordKey.verifierHash.toString('base64')}" encryptedKeyValue="${passwordKey.packageKey.toString('base64')}"/></keyEncryptor></keyEncryptors>`;
      const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${parameters(packageSalt)}/>${integrity}${encryptor}</encryption>`;
      return Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]);
    },
  };
}

/** Plain bytes under one initialisation vector. */
const segment = 4_096;
/** Segments that are encrypted and handed on together. */
const segmentsAtOnce = 64;

/** The stream `EncryptedPackage`: the plain length, then the content by segments of 4 KB; everything goes into the sum. */
export async function* encryptedPackage(
  lock: AgileLock,
  plain: AsyncIterable<Uint8Array>,
  bytes: number,
  sum: Hmac,
): AsyncGenerator<Buffer> {
  const summed = (piece: Buffer) => {
    sum.update(piece);
    return piece;
  };
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes));
  yield summed(length);
  let number = 0;
  const seal = (piece: Buffer) => {
    const sealed: Buffer[] = [];
    for (let from = 0; from < piece.length; from += segment) {
      const part = piece.subarray(from, from + segment);
      const whole = part.length % 16 === 0 ? part : Buffer.concat([part, Buffer.alloc(16 - (part.length % 16))]);
      sealed.push(encrypted(lock.packageKey, ivOf(lock.packageSalt, numberBytes(number++)), whole));
    }
    return Buffer.concat(sealed);
  };
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let read = 0;
  for await (const chunk of plain) {
    held.push(chunk);
    heldBytes += chunk.length;
    read += chunk.length;
    if (heldBytes < segment * segmentsAtOnce) continue;
    const all = Buffer.concat(held);
    const whole = all.length - (all.length % segment);
    yield summed(seal(all.subarray(0, whole)));
    held = [all.subarray(whole)];
    heldBytes = all.length - whole;
  }
  if (read !== bytes) throw new Error('a workbook of another length than was announced');
  yield summed(seal(Buffer.concat(held)));
}

/** The sum over an encrypted package, by which a changed one is noticed. */
export const packageSum = ({ hmacKey }: AgileLock): Hmac => createHmac('sha512', hmacKey);

/** Length of the stream `EncryptedPackage` of so many plain bytes. */
export const packageBytes = (bytes: number): number => 8 + Math.ceil(bytes / 16) * 16;
