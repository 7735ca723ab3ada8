import * as z from 'zod';
import type { RealName } from '../../ports/real-name';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const Answer = z.object({ result: z.enum(['match', 'mismatch', 'unknown-document']) });

/** The real-name check of the service at `/providers/real-name`. */
export function httpRealName(to: ProviderAddress): RealName {
  return {
    check: async (person) => (await signedCall(to, '/providers/real-name/check', person, Answer)).result,
  };
}
