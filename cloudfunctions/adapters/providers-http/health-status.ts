import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { statusColours } from '@tongcheng/shared/status-colours';
import { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import * as z from 'zod';
import type { HealthStatusSource } from '../../ports/health-status';
import type { ProviderAddress } from './signed-call';
import { signedCall } from './signed-call';

const at = z.number().int().min(0);
const Answer = z.object({
  status: z
    .strictObject({ colour: z.enum(statusColours), issuedAt: at, expiresAt: at, source: z.string().min(1).max(60) })
    .nullable(),
  elsewhere: z.enum(['wechat', 'alipay']).exactOptional(),
  test: z.strictObject({ result: z.enum(['negative', 'positive']), takenAt: at }).nullable(),
});

const Begun = z.object({ consentId: z.string().min(1).max(500), pages: HealthCodePages });
const short = z.string().min(1).max(100);
const Outcome = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('given'),
    holder: z.object({ name: short, documentKind: z.enum(documentKinds), documentNumber: short, phone: short }),
  }),
  z.object({ result: z.enum(['pending', 'refused', 'incomplete']) }),
]);

/** The health-code platform at `/providers/health-code`, asked in the interface style of GB/T 38963. */
export function httpHealthStatus(to: ProviderAddress): HealthStatusSource {
  return {
    of: (person) => signedCall(to, '/providers/health-code/status', person, Answer),
    handover: {
      begin: (returnUrl) => signedCall(to, '/providers/health-code/handover/begin', { returnUrl }, Begun),
      outcome: async (consentId) => {
        const answer = await signedCall(to, '/providers/health-code/handover/outcome', { consentId }, Outcome);
        return answer.result === 'given' ? answer.holder : answer.result;
      },
    },
  };
}
