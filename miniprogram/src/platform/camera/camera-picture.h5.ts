import type { Picture } from './read-codes';

/** Mean brightness (0–255) below which a picture counts as dark. */
const darkBelow = 48;

/** The video's present picture, its longer side no longer than this; undefined before there is one. */
export function grabPicture(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  maxSidePx: number,
): Picture | undefined {
  const scale = Math.min(1, maxSidePx / Math.max(video.videoWidth, video.videoHeight, 1));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { data, width, height };
}

/** Whether a picture is dark, by its mean of green; the eye and the chip weigh it most. */
export function isDark({ data }: Picture): boolean {
  let sum = 0;
  for (let i = 1; i < data.length; i += 4) sum += data[i] ?? 0;
  return sum / (data.length / 4) < darkBelow;
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
