import { numberIn, type Options, textIn, textsIn } from './callbacks';
import type { Answered, Came } from './network';
import type { Parts } from './parts';

const reasons = {
  'no-network': 'request:fail',
  timeout: 'request:fail timeout',
  aborted: 'request:fail abort',
} as const;

/** `wx.request`: any HTTP status is a success; JSON comes parsed. */
export function wechatRequest({ network, time }: Parts, options: Options): object {
  const finish = (came: Came) => {
    if (came.is === 'reply') {
      const result = {
        statusCode: came.status,
        data: options.responseType === 'arraybuffer' ? bytesOf(came).buffer : parsed(came.text),
        header: {},
        cookies: [],
        errMsg: 'request:ok',
      };
      options.success?.(result);
      options.complete?.(result);
      return;
    }
    const reason = { errMsg: reasons[came.is] };
    options.fail?.(reason);
    options.complete?.(reason);
  };
  const sent = network.send(
    {
      url: textIn(options, 'url'),
      method: textIn(options, 'method') || 'GET',
      headers: textsIn(options, 'header'),
      body: textIn(options, 'data'),
      timeoutMs: numberIn(options, 'timeout', 60_000),
    },
    (came) => time.set(() => finish(came), 1),
  );
  return { abort: sent.abort, onHeadersReceived: () => undefined, onChunkReceived: () => undefined };
}

/** What came, as bytes of their own. */
export const bytesOf = ({ bytes, text }: Answered): Uint8Array => Uint8Array.from(bytes ?? Buffer.from(text));

/** A platform gives the text where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
