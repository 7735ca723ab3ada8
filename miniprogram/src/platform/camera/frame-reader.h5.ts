import type { Picture, ReadCodes } from './read-codes';

/** The platform's own reader of codes, as far as this asks it (W3C Shape Detection); where it is, it costs nothing to load. */
interface CodeDetector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface CodeDetectorClass {
  new (wish: { readonly formats: readonly string[] }): CodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}
declare global {
  interface Window {
    readonly BarcodeDetector?: CodeDetectorClass;
  }
}

/** So many pictures in which the platform's own reader saw nothing bring ours in beside it: some of them pass over inverted or small codes. */
const ownPatience = 10;

/** Reads the camera's pictures, one at a time. */
export interface FrameReader {
  /** The texts of all codes in view. Our own reader asks for the picture's points only when it is its turn. */
  read(video: HTMLVideoElement, take: () => Picture): Promise<readonly string[]>;
  close(): void;
}

/** The platform's own detector where there is one, and ours in a worker: loaded when it is first needed. Rejects where neither starts. */
export async function openFrameReader(): Promise<FrameReader> {
  const detector = await openDetector();
  let worker: CodeWorker | undefined;
  let seenNothing = 0;
  if (!detector) worker = openWorker();
  return {
    read: async (video, take) => {
      const seen = detector ? await detector.detect(video).then(textsOf, () => []) : [];
      seenNothing = seen.length > 0 ? 0 : seenNothing + 1;
      if (seen.length > 0 || (detector && seenNothing < ownPatience)) return seen;
      worker ??= openWorker();
      return worker.read(take());
    },
    close: () => worker?.close(),
  };
}

const textsOf = (found: readonly { readonly rawValue: string }[]): readonly string[] =>
  found.map(({ rawValue }) => rawValue).filter((text) => text !== '');

/** Undefined where the browser has none, or one that does not read QR codes (Android without Google's services). */
async function openDetector(): Promise<CodeDetector | undefined> {
  const Detector = window.BarcodeDetector;
  if (!Detector) return undefined;
  const formats = await Detector.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new Detector({ formats: ['qr_code'] }) : undefined;
}

interface CodeWorker {
  readonly read: ReadCodes;
  close(): void;
}

/** Our own reader, in a thread of its own. Throws where the browser has no threads; a thread that does not come up rejects. */
function openWorker(): CodeWorker {
  const worker = new Worker(new URL(process.env.TARO_APP_CODE_READER, document.baseURI));
  return {
    read: (picture) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
        worker.onerror = () => reject(new Error('the reader of codes did not start'));
        worker.postMessage(picture, [picture.data.buffer]);
      }),
    close: () => worker.terminate(),
  };
}
