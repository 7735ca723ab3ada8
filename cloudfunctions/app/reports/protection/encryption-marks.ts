import type { CompoundEntry } from './compound-layout';

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A text as MS-OFFCRYPTO writes it: its length in bytes, UTF-16, filled up to four bytes. */
function text(words: string): Buffer {
  const bytes = Buffer.from(words, 'utf16le');
  return Buffer.concat([word(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

const withLength = (...parts: Buffer[]): Buffer => {
  const all = Buffer.concat(parts);
  return Buffer.concat([word(all.length + 4), all]);
};

/** Versions of who may read, update and write it. */
const versions = (): Buffer => Buffer.concat([word(1), word(1), word(1)]);

const space = 'StrongEncryptionDataSpace';
const transform = 'StrongEncryptionTransform';

/** The transform's head counts itself up to its name. */
function primary(): Buffer {
  const id = text('{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}');
  const head = Buffer.concat([word(1), id]);
  const name = text('Microsoft.Container.EncryptionTransform');
  const cipher = Buffer.concat([word(0), word(0), word(0), word(4)]);
  return Buffer.concat([word(head.length + 4), head, name, versions(), cipher]);
}

/** What says that the stream `EncryptedPackage` is encrypted (MS-OFFCRYPTO 2.1); the same in every file. By the names of their entries. */
export const markStreams = (): Readonly<Record<string, Buffer>> => ({
  Version: Buffer.concat([text('Microsoft.Container.DataSpaces'), versions()]),
  DataSpaceMap: Buffer.concat([word(8), word(1), withLength(word(1), word(0), text('EncryptedPackage'), text(space))]),
  [space]: Buffer.concat([word(8), word(1), text(transform)]),
  '\u0006Primary': primary(),
});

/** The folders in which these streams stand. */
export function markFolder(): CompoundEntry {
  const streams = markStreams();
  const stream = (name: string): CompoundEntry => ({ name, bytes: streams[name]?.length ?? 0 });
  return {
    name: '\u0006DataSpaces',
    children: [
      stream('Version'),
      stream('DataSpaceMap'),
      { name: 'DataSpaceInfo', children: [stream(space)] },
      { name: 'TransformInfo', children: [{ name: transform, children: [stream('\u0006Primary')] }] },
    ],
  };
}
