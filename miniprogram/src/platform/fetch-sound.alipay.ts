import Taro from '@tarojs/taro';

/** How MP3 begins, as base64: a frame, or the label that recording programs put before it (`is-mp3.ts`). */
const beginsAsMp3 = /^(?:\/[/+]|SUQz)/;

/** As base64 text: Alipay gives bytes themselves only since later base libraries, and writes either to a file. */
export async function fetchSound(url: string): Promise<ArrayBuffer | string | undefined> {
  const { statusCode, data } = await Taro.request<string>({ url, method: 'GET', dataType: 'base64', timeout: 20_000 });
  return statusCode === 200 && beginsAsMp3.test(String(data)) ? data : undefined;
}
