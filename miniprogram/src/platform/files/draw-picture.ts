import Taro from '@tarojs/taro';
import { type Brush, type Drawing, pngAddress } from './brush';

/** A drawing as a PNG in base64, drawn off the screen; undefined where this version of the platform has no such canvas. */
export function drawPicture({ width, height, draw }: Drawing): string | undefined {
  try {
    const canvas: object = Taro.createOffscreenCanvas({ type: '2d', width, height });
    const brush = 'getContext' in canvas && typeof canvas.getContext === 'function' && canvas.getContext('2d');
    if (!isBrush(brush) || !('toDataURL' in canvas) || typeof canvas.toDataURL !== 'function') return undefined;
    draw(brush);
    const address: unknown = canvas.toDataURL('image/png');
    return typeof address === 'string' && address.indexOf(pngAddress) === 0
      ? address.slice(pngAddress.length)
      : undefined;
  } catch {
    return undefined;
  }
}

const isBrush = (value: unknown): value is Brush => typeof value === 'object' && value !== null && 'fillText' in value;
