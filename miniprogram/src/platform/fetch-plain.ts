import Taro from '@tarojs/taro';
import { serviceOrigin } from './origin';

/** Gets a plain JSON document of the service; undefined when there is none. */
export const fetchPlain = async (address: string): Promise<unknown> => {
  const url = /^https?:/.test(address) ? address : serviceOrigin + address;
  const answer = await Taro.request({ url, method: 'GET' }).catch(() => undefined);
  return answer?.statusCode === 200 ? answer.data : undefined;
};
