import { askAlipay } from '@tongcheng/cloudfunctions/adapters/alipay/ask-alipay';
import { alipayIdentity } from '@tongcheng/cloudfunctions/adapters/alipay/identity';
import { alipaySignIn } from '@tongcheng/cloudfunctions/adapters/alipay/sign-in';
import { accessTokens } from '@tongcheng/cloudfunctions/adapters/wechat/access-tokens';
import { wechatPhone } from '@tongcheng/cloudfunctions/adapters/wechat/phone-number';
import { wechatSignIn } from '@tongcheng/cloudfunctions/adapters/wechat/sign-in';
import { consent } from '@tongcheng/cloudfunctions/app/identity/consent';
import { signIn } from '@tongcheng/cloudfunctions/app/identity/sign-in';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import type { RegisteredPerson } from '../../city/providers/people-register';
import { alipayOnPort } from '../stand-ins/alipay';
import { wechatOnPort } from '../stand-ins/wechat';
import { anyoneAt } from '../world/callers';
import { standingClock } from '../world/clock';
import { instanceOver } from '../world/instance';
import { answered, callerIn } from '../world/rider';

/** An instance with both platforms beside it, each spoken to by its own adapter over HTTP. */
export async function platformInstance(store: DocumentStore, seed: string) {
  const clock = standingClock();
  const [wechat, alipay] = [await wechatOnPort(clock), await alipayOnPort(clock)];
  const own = await instanceOver(store, clock, seed);
  await own.services.open();
  const ask = askAlipay(alipay.app);
  const needs = {
    ...own,
    platforms: {
      web: own.platforms.web,
      wechat: { signIn: wechatSignIn(wechat.app), phone: wechatPhone(wechat.app, accessTokens(wechat.app)) },
      alipay: { signIn: alipaySignIn(ask), identity: alipayIdentity(ask) },
    },
  };
  const close = async () => {
    await own.services.close();
    await wechat.close();
    await alipay.close();
  };
  return { needs, wechat, alipay, close };
}

export type PlatformInstance = Awaited<ReturnType<typeof platformInstance>>;

/** A code of the phone for silent sign-in. */
const codeOf = ({ wechat, alipay }: PlatformInstance, provider: 'wechat' | 'alipay', subject: string): string =>
  provider === 'wechat' ? wechat.standIn.login(subject) : alipay.standIn.authCode(subject, 'auth_base');

/** Signed in by a platform's app. */
export async function signedInBy(
  house: PlatformInstance,
  provider: 'wechat' | 'alipay',
  subject: string,
): Promise<RiderSession> {
  const caller = anyoneAt('10.0.0.1');
  const code = codeOf(house, provider, subject);
  return answered(await signIn(house.needs, caller, { provider, code, city: '420100' }));
}

/** Signed in by a platform's app, and agreed. */
export async function agreedBy(house: PlatformInstance, provider: 'wechat' | 'alipay', subject: string) {
  const caller = await callerIn(house.needs, await signedInBy(house, provider, subject));
  const { consentVersion: version } = house.needs;
  return callerIn(house.needs, answered(await consent(house.needs, caller, { version, sensitive: true })));
}

/** Makes somebody known to the state's registers and certified at Alipay. */
export function certify(house: PlatformInstance, subject: string, person: RegisteredPerson, phone = '13900000001') {
  house.needs.services.register.people.set(person.documentNumber, { ...person, phone });
  const certType = person.documentKind === 'passport' ? '1' : '0';
  const account = { name: person.name, certType, certNo: person.documentNumber, certified: true, mobile: phone };
  house.alipay.people.accounts.set(subject, account);
  house.wechat.people.accounts.set(subject, account);
}
