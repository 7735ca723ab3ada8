import * as z from 'zod';
import type { CardIssuer } from '../../ports/card-issuer';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const Answer = z.object({ result: z.enum(['known', 'unknown', 'blocked']) });

/** The card company's check at `/providers/card-issuer`. */
export function httpCardIssuer(to: ProviderAddress): CardIssuer {
  return {
    check: async (card) => (await signedCall(to, '/providers/card-issuer/check', card, Answer)).result,
  };
}
