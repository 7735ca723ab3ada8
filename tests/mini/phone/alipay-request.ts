import { numberIn, type Options, textIn, textsIn } from './callbacks';
import type { Came } from './network';
import type { Parts } from './parts';
import { bytesOf, parsed } from './wechat-request';

const reasons = {
  'no-network': { error: 12, errorMessage: '网络出错' },
  timeout: { error: 13, errorMessage: '超时' },
  aborted: { error: 9, errorMessage: 'request:fail abort' },
} as const;

/**
 * `my.request`: a status of 400 and above is a failure with error 19 that carries the reply; JSON comes parsed, and where it is
 * none the call fails with error 14. A file comes as base64 text where that is asked for, on every version.
 */
export function alipayRequest({ network, time }: Parts, options: Options): object {
  const fail = (reason: object) => {
    options.fail?.(reason);
    options.complete?.(reason);
  };
  const finish = (came: Came) => {
    if (came.is !== 'reply') return fail({ ...reasons[came.is] });
    const wantsFile = options.dataType === 'base64';
    const data = wantsFile ? Buffer.from(bytesOf(came)).toString('base64') : parsed(came.text);
    if (came.status >= 400)
      return fail({ error: 19, errorMessage: 'http status error', status: came.status, data, headers: {} });
    if (!wantsFile && typeof data === 'string') return fail({ error: 14, errorMessage: 'parse json data error' });
    const result = { status: came.status, data, headers: {} };
    options.success?.(result);
    options.complete?.(result);
  };
  return network.send(
    {
      url: textIn(options, 'url'),
      method: textIn(options, 'method') || 'GET',
      headers: textsIn(options, 'headers'),
      body: textIn(options, 'data'),
      timeoutMs: numberIn(options, 'timeout', 30_000),
    },
    (came) => time.set(() => finish(came), 1),
  );
}
