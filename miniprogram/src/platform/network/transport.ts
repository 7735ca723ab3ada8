import Taro from '@tarojs/taro';
import type { Transport } from '@tongcheng/shared/client';
import { serviceOrigin } from './network';
import { refusedReply } from './refused-reply';

const timeoutMs = 6_000;
/** People at a door do not wait longer than this; then the scan is kept on the phone, and delivered as the same scan. */
const boardingTimeoutMs = 3_000;
const boardingPaths = ['/api/rides.record-scan', '/api/venues.look-at-code'];

/** Carries one JSON body over the platform's own request. Throws when nothing came back in time. */
export const phoneTransport: Transport = async ({ path, token, body }) => {
  try {
    const { statusCode, data } = await Taro.request({
      url: serviceOrigin + path,
      method: 'POST',
      data: JSON.stringify(body),
      timeout: boardingPaths.includes(path) ? boardingTimeoutMs : timeoutMs,
      header: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
    return { status: statusCode, body: data };
  } catch (reason) {
    const refused = refusedReply(reason);
    if (refused) return refused;
    throw reason;
  }
};

/** Gets a plain JSON document of the service; undefined when there is none. */
export const fetchJson = async (address: string): Promise<unknown> => {
  const url = /^https?:/.test(address) ? address : serviceOrigin + address;
  const answer = await Taro.request({ url, method: 'GET' }).catch(() => undefined);
  return answer?.statusCode === 200 ? answer.data : undefined;
};
