import Taro from '@tarojs/taro';

/** The bytes of a file of the service; undefined when it answered anything but 200. Throws when nothing came back in time. */
export async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const request = { url, method: 'GET' as const, responseType: 'arraybuffer' as const, timeout: 20_000 };
  const { statusCode, data } = await Taro.request<ArrayBuffer>(request);
  return statusCode === 200 ? new Uint8Array(data) : undefined;
}
