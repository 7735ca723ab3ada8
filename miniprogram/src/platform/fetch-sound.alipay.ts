import Taro from '@tarojs/taro';
import { bytesOfBase64 } from './base64-text';
import { isMp3 } from './is-mp3';

/** A sound from the service; undefined when something else came. As base64: Alipay gives bytes themselves only since later base libraries. */
export async function fetchSound(url: string): Promise<ArrayBuffer | undefined> {
  const { statusCode, data } = await Taro.request<string>({ url, method: 'GET', dataType: 'base64', timeout: 20_000 });
  const bytes = bytesOfBase64(String(data));
  return statusCode === 200 && isMp3(bytes) ? bytes.buffer : undefined;
}
