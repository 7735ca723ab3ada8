import Taro from '@tarojs/taro';
import { bytesOfBase64 } from '../files/base64';

/**
 * The bytes of a file of the service; undefined when it answered anything but 200. Fetched as base64: Alipay gives bytes themselves only
 * since later base libraries.
 */
export async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { statusCode, data } = await Taro.request<string>({ url, method: 'GET', dataType: 'base64', timeout: 20_000 });
  return statusCode === 200 ? bytesOfBase64(String(data)) : undefined;
}
