import { agileLock, encryptedPackage, packageBytes, packageSum, type SecretBytes } from './agile-encryption';
import { compoundFile } from './compound-file';
import { markFolder, markStreams } from './encryption-marks';

const packageName = 'EncryptedPackage';
const infoName = 'EncryptionInfo';

/**
 * A workbook that opens with a password only (ECMA-376 agile encryption: AES-256, SHA-512, 100,000 rounds), as Excel, WPS and
 * LibreOffice know it; a stream whatever the size, in one pass. `bytes` is the plain length. The same secret gives the same
 * file, so that one that was begun twice is one.
 */
export async function* encryptWorkbook(
  plain: AsyncIterable<Uint8Array>,
  bytes: number,
  password: string,
  secret: SecretBytes,
): AsyncGenerator<Uint8Array> {
  const lock = await agileLock(password, secret);
  const sum = packageSum(lock);
  const large = packageBytes(bytes);
  const infoBytes = lock.info(Buffer.alloc(64)).length;
  const spaces = Object.entries(markStreams()).map(([name, content]) => {
    const stream = { bytes: content.length, content: () => content };
    return [name, stream] as const;
  });
  yield* compoundFile({
    entries: [markFolder(), { name: infoName, bytes: infoBytes }, { name: packageName, bytes: large }],
    small: {
      ...Object.fromEntries(spaces),
      [infoName]: { bytes: infoBytes, content: () => lock.info(sum.digest()) },
    },
    large: { name: packageName, bytes: large, content: encryptedPackage(lock, plain, bytes, sum) },
  });
}
