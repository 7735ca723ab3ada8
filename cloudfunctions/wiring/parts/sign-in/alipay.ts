import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { askAlipay } from '../../../adapters/alipay/ask-alipay';
import { alipayIdentity } from '../../../adapters/alipay/identity';
import { alipaySignIn } from '../../../adapters/alipay/sign-in';
import type { Platform } from '../../../ports/platform';
import { choice } from '../../choice';
import { webAddress } from '../../installation';

const settings = z.object({
  /** The mini-program's id, from Alipay's console. */
  TONGCHENG_ALIPAY_APP_ID: z.string().min(1),
  /** File of the app's own private key (PKCS#8, PEM). */
  TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: z.string().min(1),
  /** Alipay's public key (not the app's), as its console shows it. */
  TONGCHENG_ALIPAY_PUBLIC_KEY: z.string().min(1),
  /** Alipay's gateway; a stand-in in demonstrations and tests. */
  TONGCHENG_ALIPAY_GATEWAY: webAddress.default('https://openapi.alipay.com/gateway.do'),
});

/** Alipay: sign-in, and the identity behind one tap of consent. */
export const alipay = choice(settings, async (read): Promise<Platform> => {
  const ask = askAlipay({
    appId: read.TONGCHENG_ALIPAY_APP_ID,
    privateKey: await readFile(read.TONGCHENG_ALIPAY_PRIVATE_KEY_FILE, 'utf8'),
    alipayPublicKey: read.TONGCHENG_ALIPAY_PUBLIC_KEY,
    gateway: read.TONGCHENG_ALIPAY_GATEWAY,
  });
  return { signIn: alipaySignIn(ask), identity: alipayIdentity(ask) };
});
