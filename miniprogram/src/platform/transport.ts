import Taro from '@tarojs/taro';
import type { Transport } from '@tongcheng/shared/client';
import { serviceOrigin } from './origin';

/** People in a queue do not wait longer than this; then the scan is kept on the phone. */
const patienceMs = 6_000;

/** Carries one JSON body over the platform's own request. Throws when nothing came back in time. */
export const phoneTransport: Transport = async ({ path, token, body }) => {
  const answer = await Taro.request({
    url: serviceOrigin + path,
    method: 'POST',
    data: JSON.stringify(body),
    timeout: patienceMs,
    header: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
  return { status: answer.statusCode, body: answer.data };
};
