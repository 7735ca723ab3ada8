import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { encrypt } from 'officecrypto-tool';

/** Run in a thread of its own: the library is found by its path, because such a thread has no place of its own to look from. */
const threadCode = `
const { parentPort, workerData } = require('node:worker_threads');
const { encrypt } = require(workerData.library);
const { buffer, byteOffset, byteLength } = workerData.file;
const sealed = new Uint8Array(encrypt(Buffer.from(buffer, byteOffset, byteLength), { password: workerData.password }));
parentPort.postMessage(sealed, [sealed.buffer]);
`;

/**
 * A workbook that opens with a password only (ECMA-376 agile encryption: AES-256, SHA-512, 100,000 rounds), as Excel, WPS and
 * LibreOffice know it. Salted: never the same twice. The library takes seconds without a pause, so it works in a thread; in a
 * bundle that holds the library inside (a cloud function, which has nobody else to serve meanwhile) it works in place.
 * Takes some eight times the file's size in memory (decision 042).
 */
export async function encryptWorkbook(plain: Uint8Array, password: string): Promise<Uint8Array> {
  const library = libraryPath();
  if (library === undefined) return encrypt(Buffer.from(plain), { password });
  const file = new Uint8Array(plain);
  const thread = new Worker(threadCode, {
    eval: true,
    workerData: { library, file, password },
    transferList: [file.buffer],
  });
  try {
    const [sealed]: unknown[] = await Promise.race([once(thread, 'message'), once(thread, 'exit')]);
    if (!ArrayBuffer.isView(sealed)) throw new Error('the encrypting thread gave no file');
    return new Uint8Array(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  } finally {
    await thread.terminate();
  }
}

function libraryPath(): string | undefined {
  try {
    return createRequire(__filename).resolve('officecrypto-tool');
  } catch {
    return undefined;
  }
}
