import Taro from '@tarojs/taro';
import { isMp3 } from './is-mp3';

/** A sound from the service; undefined when something else came. */
export async function fetchSound(url: string): Promise<ArrayBuffer | undefined> {
  const request = { url, method: 'GET' as const, responseType: 'arraybuffer' as const, timeout: 20_000 };
  const { statusCode, data } = await Taro.request<ArrayBuffer>(request);
  return statusCode === 200 && isMp3(new Uint8Array(data)) ? data : undefined;
}
