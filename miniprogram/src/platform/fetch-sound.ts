import Taro from '@tarojs/taro';
import { isMp3 } from './is-mp3';

/** A sound from the service: its bytes, or on some platforms their base64 text. Undefined when nothing came, or something else. */
export async function fetchSound(url: string): Promise<ArrayBuffer | string | undefined> {
  const request = { url, method: 'GET' as const, responseType: 'arraybuffer' as const, timeout: 20_000 };
  const { statusCode, data } = await Taro.request<ArrayBuffer>(request);
  return statusCode === 200 && isMp3(new Uint8Array(data)) ? data : undefined;
}
