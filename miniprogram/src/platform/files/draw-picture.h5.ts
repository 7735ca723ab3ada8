import { type Drawing, pngAddress } from './brush';

/** A drawing as a PNG in base64. */
export function drawPicture({ width, height, draw }: Drawing): string | undefined {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext('2d');
  if (!brush) return undefined;
  draw(brush);
  return canvas.toDataURL('image/png').slice(pngAddress.length);
}
