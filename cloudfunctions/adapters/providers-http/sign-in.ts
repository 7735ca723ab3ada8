import * as z from 'zod';
import type { SignIn } from '../../ports/sign-in';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const Answer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('known'), subject: z.string().min(1).max(128) }),
  z.object({ result: z.literal('refused') }),
]);

/** Sign-in by a one-time code of the service at `/providers/sign-in`. */
export function httpSignIn(to: ProviderAddress): SignIn {
  return {
    exchange: async (code) => {
      const answer = await signedCall(to, '/providers/sign-in/exchange', { code }, Answer);
      return answer.result === 'known' ? { subject: answer.subject } : 'refused';
    },
  };
}
