import Taro from '@tarojs/taro';
import type { NextAction } from '@tongcheng/shared/rides/meanings';
import type { StepName } from '../features/identity/steps';

const swallow = () => undefined;

/** `/pages/<page>/index` with the parameters that are there. */
function address(page: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `/pages/${page}/index${given.length > 0 ? `?${given.join('&')}` : ''}`;
}

const onto = (url: string) => Taro.navigateTo({ url }).catch(swallow);
const instead = (url: string) => Taro.redirectTo({ url }).catch(swallow);
const afresh = (url: string) => Taro.reLaunch({ url }).catch(swallow);

/** Every way between pages. `afresh` ways leave nothing to go back to. */
export const goTo = {
  scan: () => afresh(address('scan')),
  /** The waiting code completes by itself. */
  scanWith: (code: string | undefined) => afresh(address('scan', { code })),
  register: (code: string | undefined) => instead(address('register', { code })),
  step: (step: StepName, code: string | undefined) => onto(address('register', { step, code })),
  moveToStep: (step: StepName, code: string | undefined) => instead(address('register', { step, code })),
  verdict: () => instead(address('verdict')),
  rides: () => onto(address('rides')),
  /** Rides of a member of the family. */
  ridesOf: (member: string) => onto(address('rides', { member })),
  account: () => onto(address('account')),
  cards: () => onto(address('cards')),
  guide: () => onto(address('guide')),
  consent: () => onto(address('consent')),
  family: () => onto(address('family')),
  /** Who looked, devices, export, correcting, deleting. */
  mine: () => onto(address('mine')),
  /** What the verdict of a scan rests on, and the appeal against it. */
  appeal: (scan: string) => onto(address('appeal', { scan })),
  appeals: () => onto(address('appeal')),
  back: () => (Taro.getCurrentPages().length > 1 ? Taro.navigateBack().catch(swallow) : afresh(address('scan'))),
} as const;

/** Where the way on from a reason leads in this app; `undefined` where the screen itself explains it. */
export const wayTo: Readonly<Record<NextAction, (() => void) | undefined>> = {
  authenticate: () => goTo.register(undefined),
  'complete-status': goTo.account,
  'use-other-channel': undefined,
  appeal: undefined,
  'see-hotline': undefined,
  'find-test': undefined,
  'scan-again': goTo.scan,
  'ask-staff': undefined,
};
