import Taro from '@tarojs/taro';
import { newId } from '@tongcheng/shared/ids';
import { phoneNow } from '../device/clock';
import { randomBytes } from '../device/random';
import { phoneStorage } from '../storage/phone-storage';
import type { PlatformSignIn } from './sign-in';

const subjectKey = 'tc.subject';

/** In a browser the local sign-in service vouches for a random subject that this browser keeps. */
export const platformSignIn: PlatformSignIn = {
  channel: 'web',
  code: async () => {
    const data = JSON.stringify({ subject: await subject() });
    const asked = { url: '/providers/sign-in/code', method: 'POST', data, timeout: 6_000 } as const;
    const answer = await Taro.request({ ...asked, header: { 'content-type': 'application/json' } }).catch(
      () => undefined,
    );
    return codeIn(answer?.data);
  },
};

async function subject(): Promise<string> {
  const kept = phoneStorage.read(subjectKey);
  if (kept !== undefined) return kept;
  const bytes = await randomBytes(10);
  const made = newId(phoneNow(), () => bytes);
  phoneStorage.write(subjectKey, made);
  return made;
}

function codeIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body)) return undefined;
  return typeof body.code === 'string' ? body.code : undefined;
}
