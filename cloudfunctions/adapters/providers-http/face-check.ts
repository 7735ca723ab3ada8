import * as z from 'zod';
import type { FaceCheck } from '../../ports/face-check';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const Begun = z.object({ checkId: z.string().min(1).max(500), url: z.url(), endsAt: z.number() });
const Outcome = z.object({ result: z.enum(['passed', 'failed', 'pending']) });

/** The face check of the service at `/providers/face-check`. */
export function httpFaceCheck(to: ProviderAddress): FaceCheck {
  return {
    begin: (person) => signedCall(to, '/providers/face-check/begin', person, Begun),
    outcome: async (check) => (await signedCall(to, '/providers/face-check/outcome', check, Outcome)).result,
  };
}
