import jsQR from 'jsqr';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** One picture, four bytes a pixel. */
export interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** The texts of all QR codes in a picture, none for none. */
export type ReadCodes = (picture: Picture) => Promise<readonly string[]>;

/** More codes than this never hang together; the reader may stop there. */
const maxCodes = 4;

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryInvert: true,
  tryRotate: true,
  tryDownscale: true,
  maxNumberOfSymbols: maxCodes,
};

/**
 * The reader of codes: zxing in WebAssembly, of which two codes, inverted and small ones are no trouble. A phone too old for its program,
 * or one that cannot get it just now, has jsqr, which reads one plain code.
 */
export async function openReader(program: () => Promise<ArrayBuffer>): Promise<ReadCodes> {
  try {
    await prepareZXingModule({ overrides: { wasmBinary: await program() }, fireImmediately: true });
  } catch {
    return readByScript;
  }
  return async (picture) => textsOf(await readBarcodes({ ...picture, colorSpace: 'srgb' }, options));
}

const textsOf = (found: readonly { readonly isValid: boolean; readonly text: string }[]): readonly string[] =>
  found.filter(({ isValid, text }) => isValid && text !== '').map(({ text }) => text);

const readByScript: ReadCodes = async ({ data, width, height }) => {
  const found = jsQR(data, width, height);
  return found && found.data !== '' ? [found.data] : [];
};
