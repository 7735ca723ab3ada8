import type { Faults } from '../faults';
import type { OneTimeCodes } from '../one-time-codes';
import type { PlatformPeople } from '../platform-people';
import type { wechatAnswers } from './answers';
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
  readonly more?: typeof wechatAnswers;
}
