import type jsQR from 'jsqr';
import type { Light } from './code-reader-props';

/** Frames are read no larger than this: enough for a poster at arm's length, quick on cheap phones. */
const maxSidePx = 640;
/** Mean brightness (0–255) below which a picture counts as dark. */
const darkBelow = 48;

/** What one frame gave. */
export interface FrameReading {
  readonly text?: string;
  readonly dark: boolean;
}

/** Reads the video's present picture; undefined before there is one. */
export function readFrame(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  read: typeof jsQR,
): FrameReading | undefined {
  const scale = Math.min(1, maxSidePx / Math.max(video.videoWidth, video.videoHeight, 1));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const found = read(data, width, height, { inversionAttempts: 'dontInvert' });
  const dark = brightness(data) < darkBelow;
  return found && found.data !== '' ? { text: found.data, dark } : { dark };
}

/** Mean of green, by samples; the eye and the chip weigh it most. */
function brightness(data: Uint8ClampedArray): number {
  let sum = 0;
  let count = 0;
  for (let i = 1; i < data.length; i += 4 * 61) {
    sum += data[i] ?? 0;
    count += 1;
  }
  return count === 0 ? 255 : sum / count;
}

/** Whether the camera of a stream has a torch. */
export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks();
  return track !== undefined && 'getCapabilities' in track && 'torch' in track.getCapabilities();
}

/** Lights or darkens the torch; a camera without one does nothing. */
export function setTorch(stream: MediaStream, on: boolean): void {
  const [track] = stream.getVideoTracks();
  const wish: MediaTrackConstraintSet & { readonly torch: boolean } = { torch: on };
  track?.applyConstraints({ advanced: [wish] }).catch(() => undefined);
}

/** The light of a frame, together with what could be done about it. */
export const lightOf = (stream: MediaStream, dark: boolean): Light => ({ dark, torch: hasTorch(stream) });
