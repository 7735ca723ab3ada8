import type { Clock } from '../../ports/clock';

/** One mini-program as WeChat knows it, and where WeChat's server interface is reached. */
export interface WechatApp {
  /** `https://api.weixin.qq.com`, or a stand-in. */
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
  readonly clock: Clock;
  /** The whole call, answer read included. */
  readonly timeoutMs?: number;
}

/** Which operation, with what in the address and, for a POST, in the body. */
export interface WechatQuestion {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
