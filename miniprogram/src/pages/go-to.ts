import Taro from '@tarojs/taro';
import type { NextAction } from '@tongcheng/shared/rides/meanings';
import { declarationOf, type PageName, type ParametersOf, pagePathOf } from './pages';

const ignore = () => undefined;
const ways = {
  over: (url: string) => Taro.navigateTo({ url }).catch(ignore),
  instead: (url: string) => Taro.redirectTo({ url }).catch(ignore),
  afresh: (url: string) => Taro.reLaunch({ url }).catch(ignore),
} as const;

/** Opens a page as it is declared, or in another way; what is undefined or empty does not stand in the address. */
export function goTo<N extends PageName>(
  name: N,
  parameters?: ParametersOf<N>,
  way: keyof typeof ways = declarationOf(name).opens,
): void {
  const given = Object.entries<string | undefined>(parameters ?? {}).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  const address = `/${pagePathOf(name)}${given.length > 0 ? `?${given.join('&')}` : ''}`;
  ways[way](address);
}

/** The page before this one; the scan where there is none. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack().catch(ignore);
  else goTo('scan');
}

/** Where the way on from a reason leads in this app; `undefined` where the screen itself explains it. */
export const wayTo: Readonly<Record<NextAction, (() => void) | undefined>> = {
  authenticate: () => goTo('register'),
  'complete-status': () => goTo('account'),
  'use-other-channel': undefined,
  appeal: undefined,
  'see-hotline': undefined,
  'find-test': undefined,
  'scan-again': () => goTo('scan'),
  'ask-staff': undefined,
};
