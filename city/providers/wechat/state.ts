import type { Faults } from '../faults';
import type { OneTimeCodes } from '../one-time-codes';
import type { PlatformPeople } from '../platform-people';
import type { StableTokens } from './stable-tokens';

/** What the stand-in of WeChat keeps. */
export interface WechatState {
  readonly appId: string;
  readonly secret: string;
  readonly people: PlatformPeople;
  readonly logins: OneTimeCodes<string>;
  readonly phones: OneTimeCodes<string>;
  readonly tokens: StableTokens;
  readonly faults: Faults;
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  /** By openid and minute, how often a session was asked for. */
  readonly asked: Map<string, number>;
  /** Operations beside those of every demonstration. */
  readonly more?: WechatOperations;
}

/** A question as it came: the address's parameters and the body's fields. */
export interface WechatRequest {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** WeChat's reply as an object of JSON. */
export type WechatAnswer = Readonly<Record<string, unknown>>;

/** Every operation by its path. */
export type WechatOperations = Readonly<Record<string, (state: WechatState, asked: WechatRequest) => WechatAnswer>>;
