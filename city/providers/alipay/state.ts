import type { Faults } from '../faults';
import type { OneTimeCodes } from '../one-time-codes';
import type { PlatformPeople } from '../platform-people';

/** What a user let the app do: know them again, or see who they are. */
export type AlipayScope = 'auth_base' | 'auth_user';

/** A user's grant. */
interface AlipayUserGrant {
  readonly subject: string;
  readonly scope: AlipayScope;
}

/** What the stand-in of Alipay keeps. */
export interface AlipayState {
  readonly appId: string;
  /** The app's public key, as uploaded to Alipay's console. */
  readonly appPublicKey: string;
  readonly privateKey: string;
  readonly people: PlatformPeople;
  readonly codes: OneTimeCodes<AlipayUserGrant>;
  readonly tokens: Map<string, AlipayUserGrant>;
  /** Who took their consent back since they gave it. */
  readonly withdrawn: Set<string>;
  readonly faults: Faults;
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
  /** Operations beside those of every demonstration. */
  readonly more?: AlipayOperations;
}

/** An answer and the name it stands under: the operation's own, or `error_response`. */
export interface AlipayAnswer {
  readonly under: 'operation' | 'error';
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Every operation by its method. */
export type AlipayOperations = Readonly<Record<string, (state: AlipayState, asked: URLSearchParams) => AlipayAnswer>>;
