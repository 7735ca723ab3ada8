import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { askAlipay } from '../../../adapters/alipay/ask-alipay';
import { alipayIdentity } from '../../../adapters/alipay/identity';
import { alipaySignIn } from '../../../adapters/alipay/sign-in';
import type { Platform } from '../../../ports/platform';
import { choice } from '../../choice';
import { webAddress } from '../../installation';

const settings = z
  .object({
    /** The mini-program's id, from Alipay's console. */
    TONGCHENG_ALIPAY_APP_ID: z.string().min(1),
    /** File of the app's own private key (PKCS#8, PEM), where there are files of one's own. */
    TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: z.string().min(1).optional(),
    /** Or the key itself, where there are none: a function of the cloud. */
    TONGCHENG_ALIPAY_PRIVATE_KEY: z.string().min(1).optional(),
    /** Alipay's public key (not the app's), as its console shows it. */
    TONGCHENG_ALIPAY_PUBLIC_KEY: z.string().min(1),
    /** Alipay's gateway; a stand-in in demonstrations and tests. */
    TONGCHENG_ALIPAY_GATEWAY: webAddress.default('https://openapi.alipay.com/gateway.do'),
  })
  .refine(
    (read) =>
      (read.TONGCHENG_ALIPAY_PRIVATE_KEY_FILE === undefined) !== (read.TONGCHENG_ALIPAY_PRIVATE_KEY === undefined),
    {
      path: ['TONGCHENG_ALIPAY_PRIVATE_KEY_FILE'],
      message: 'either the file or TONGCHENG_ALIPAY_PRIVATE_KEY, not both',
    },
  );

/** Alipay: sign-in, and the identity behind one tap of consent. */
export const alipay = choice(settings, async (read): Promise<Platform> => {
  const ask = askAlipay({
    appId: read.TONGCHENG_ALIPAY_APP_ID,
    privateKey: await privateKeyOf(read),
    alipayPublicKey: read.TONGCHENG_ALIPAY_PUBLIC_KEY,
    gateway: read.TONGCHENG_ALIPAY_GATEWAY,
  });
  return { signIn: alipaySignIn(ask), identity: alipayIdentity(ask) };
});

/** Read as a key at the start, so that a wrong one stops it; handed on in the form that the SDK takes. */
async function privateKeyOf(read: z.output<typeof settings>): Promise<string> {
  const { TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: file, TONGCHENG_ALIPAY_PRIVATE_KEY: text = '' } = read;
  const key = file === undefined ? text : await readFile(file, 'utf8');
  const body = key.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  const parsed = createPrivateKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'pkcs8' });
  return parsed.export({ format: 'pem', type: 'pkcs8' }).toString();
}
